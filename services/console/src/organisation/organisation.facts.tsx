import { Descriptions } from 'antd';
import { when } from '../app/words.ts';
import { LiaisonTag } from './liaison.tag.tsx';
import type { OrganisationDetail } from './organisations.ts';
import { kinds } from './organisation.words.ts';

export const OrganisationFacts = ({ of }: { of: OrganisationDetail }) => (
  <Descriptions
    column={1}
    size="small"
    bordered
    items={[
      { key: 'kind', label: '类别', children: kinds[of.kind] },
      { key: 'code', label: '代码', children: of.code },
      {
        key: 'liaison',
        label: '联络员',
        children: (
          <>
            <LiaisonTag liaison={of.liaison} /> {when(of.liaison.since)} 起
          </>
        ),
      },
      {
        key: 'people',
        label: '人员',
        children: of.people.map((p) => `${p.title}（${p.name}）`).join('、') || '—',
      },
      ...(of.standing.state === 'abolished'
        ? [{ key: 'gone', label: '撤销', children: `${when(of.standing.at)}：${of.standing.reason}` }]
        : []),
    ]}
  />
);

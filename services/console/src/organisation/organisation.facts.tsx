import { Descriptions } from 'antd';
import { when } from '../frame/time.ts';
import { LiaisonTag } from './liaison.tag.tsx';
import type { OrganisationDetail } from './organisations.ts';
import { Word } from '../session/words.tsx';

export const OrganisationFacts = ({ of }: { of: OrganisationDetail }) => (
  <Descriptions
    column={1}
    size="small"
    bordered
    items={[
      { key: 'kind', label: '类别', children: <Word on="organisations" field="kind" of={of.kind} /> },
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

import { Descriptions, Typography } from 'antd';
import type { EditionView, Publication } from '../api/hub.types.ts';
import { useAreas } from '../audience/audience.ts';
import { audienceInWords } from '../audience/audience.words.ts';
import { useBodyNames } from '../organisation/organisations.ts';
import { titleIn, useColumns, useTypes } from '../columns/columns.ts';
import { scheduleInWords } from './schedule.words.ts';

/** What is known of the newest edition beside its words. */
export function PublicationFacts({ p, newest }: { p: Publication; newest: EditionView }) {
  const columns = useColumns();
  const types = useTypes();
  const areas = useAreas();
  const organisation = useBodyNames();
  const { matter, content } = newest;
  const fact = (key: string, label: string, children: string) => ({ key, label, children });
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, sm: 2, md: 3 }}
      style={{ marginTop: 12 }}
      items={[
        fact('issuer', '发布机构', content.header.issuer),
        fact('authors', '撰写', newest.authors.join('、')),
        fact('organisation', '单位', organisation(p.organisation)),
        fact(
          'column',
          '栏目 · 类型',
          `${titleIn(columns.data, matter.column)} · ${titleIn(types.data, matter.type)}`,
        ),
        fact('item', '公开事项', matter.item ?? '—'),
        fact('audience', '受众', audienceInWords(newest.audience, { areas: areas.data, organisation })),
        fact('schedule', '定时', scheduleInWords(newest.schedule)),
        fact('index', '索引号', content.header.indexNumber ?? '送审时编号'),
        fact('number', '文号', content.header.documentNumber ?? '—'),
        fact('written', '成文日期', content.header.writtenOn ?? '—'),
        { key: 'hash', label: '内容哈希', span: 3, children: <Hash of={newest.contentHash} /> },
      ]}
    />
  );
}

const Hash = ({ of }: { of: string }) => (
  <Typography.Text code copyable style={{ fontSize: 'var(--ant-font-size-sm)' }}>
    {of}
  </Typography.Text>
);

import { Table, Typography } from 'antd';
import { Trouble } from '../app/page.tsx';
import { stages, useSummary, type Summary } from './catalogue.ts';

type Line = Summary['fields'][number];
const tiers = [
  ['county', '县级'],
  ['township', '乡级'],
  ['village', '村级'],
] as const;

/** The whole catalogue in one table, field by field. */
export function SummaryPanel() {
  const summary = useSummary();
  if (summary.error !== null) return <Trouble errors={[summary.error]} />;
  const { version, effectiveFrom, items, complete, fields = [] } = summary.data ?? {};
  return (
    <>
      <Typography.Paragraph>
        现行第 {version ?? '—'} 版，{effectiveFrom ?? '—'} 起生效；共 {items ?? '—'} 项，六项要素齐全{' '}
        {complete ?? '—'} 项。
      </Typography.Paragraph>
      <Table<Line>
        rowKey="code"
        size="small"
        loading={summary.isPending}
        dataSource={fields}
        pagination={false}
        columns={[
          { title: '领域', dataIndex: 'name' },
          { title: '牵头部门', dataIndex: 'lead' },
          { title: '事项', dataIndex: 'items' },
          { title: '主动公开', dataIndex: 'active' },
          { title: '公开主体', dataIndex: 'bodies' },
          ...Object.entries(stages).map(([code, title]) => ({
            title,
            render: (_: unknown, l: Line) => l.stages[code] ?? 0,
          })),
          ...tiers.map(([code, title]) => ({
            title,
            render: (_: unknown, l: Line) => l.tiers[code] ?? 0,
          })),
        ]}
      />
    </>
  );
}

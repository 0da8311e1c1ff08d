import { Table, Typography } from 'antd';
import { Trouble } from '../frame/page.tsx';
import { Wide } from '../frame/wide.tsx';
import { useSummary, type Summary } from './catalogue.ts';
import { useWords } from '../session/words.tsx';

type Line = Summary['fields'][number];

/** The whole catalogue in one table, field by field. */
export function SummaryPanel() {
  const summary = useSummary();
  const stages = useWords('catalogue', 'stage').options;
  const tiers = useWords('catalogue', 'tier').options;
  if (summary.error !== null) return <Trouble errors={[summary.error]} />;
  const { version, effectiveFrom, items, complete, fields = [] } = summary.data ?? {};
  return (
    <>
      <Typography.Paragraph>
        现行第 {version ?? '—'} 版，{effectiveFrom ?? '—'} 起生效；共 {items ?? '—'} 项，六项要素齐全{' '}
        {complete ?? '—'} 项。
      </Typography.Paragraph>
      <Wide label="各领域事项数">
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
            ...stages.map(({ value, label: title }) => ({
              title,
              render: (_: unknown, l: Line) => l.stages[value] ?? 0,
            })),
            ...tiers.map(({ value, label: title }) => ({
              title,
              render: (_: unknown, l: Line) => l.tiers[value] ?? 0,
            })),
          ]}
        />
      </Wide>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Space, Statistic, Table, Typography } from 'antd';
import { MonthField } from '../frame/day.field.tsx';
import { Wide } from '../frame/wide.tsx';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';
import { Page } from '../frame/page.tsx';
import { useSaved } from '../frame/saved.ts';
import { today } from '../frame/time.ts';

type Report = Answer<'/api/v1/reports/editorial'>;
type Line = Report['byOrganisation'][number];

const kept = {
  month: (words: string) => (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(words) ? words : undefined),
};

const useReport = (month: string) =>
  useQuery({
    queryKey: ['report', month],
    queryFn: () => answerOf(hub.GET('/api/v1/reports/editorial', { params: { query: { month } } })),
    retry: false,
  });

export function ReportsPage() {
  const { saved, narrow } = useSaved<{ readonly month: string }>(kept);
  const month = saved.month ?? today().slice(0, 7);
  const report = useReport(month);
  return (
    <Page
      title="编审月报"
      beside={
        <MonthField
          aria-label="月份"
          allowClear={false}
          value={month}
          onChange={(words) => narrow({ month: words })}
        />
      }
      errors={[report.error]}
    >
      {report.data !== undefined && <Total of={report.data.total} />}
      <Wide label="月报">
        <Table<Line>
          rowKey="organisation"
          size="small"
          pagination={false}
          dataSource={report.data?.byOrganisation ?? []}
          locale={{ emptyText: '本月没有数据' }}
          columns={[
            { title: '单位', dataIndex: 'organisation' },
            { title: '发布', dataIndex: 'released' },
            { title: '应急先发', dataIndex: 'urgent' },
            { title: '更正', dataIndex: 'corrected' },
            { title: '撤回', dataIndex: 'withdrawn' },
            { title: '退回', dataIndex: 'returned' },
          ]}
        />
      </Wide>
      {typeof report.data?.anchor === 'string' && (
        <Typography.Text type="secondary">
          审计锚 <Typography.Text code>{report.data.anchor}</Typography.Text>{' '}
          （打印存档后，可证明此前的审计记录没有改动）
        </Typography.Text>
      )}
    </Page>
  );
}

const Total = ({ of }: { of: Report['total'] }) => (
  <Space size={40} wrap>
    <Statistic title="发布" value={of.released} />
    <Statistic title="应急先发" value={of.urgent} />
    <Statistic title="应急占比" value={(100 * of.urgentShare).toFixed(1)} suffix="%" />
    <Statistic title="待补审" value={of.urgentUnreviewed} />
    <Statistic title="补审认定有误" value={of.urgentFaulted} />
    <Statistic title="更正" value={of.corrected} />
    <Statistic title="撤回" value={of.withdrawn} />
    <Statistic title="退回" value={of.returned} />
  </Space>
);

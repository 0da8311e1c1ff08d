import { useQuery } from '@tanstack/react-query';
import { Button, Space, Statistic, Table, Typography } from 'antd';
import { Bars } from '../charts/bars.tsx';
import { DayColumns } from '../charts/columns.tsx';
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
      beside={<Choosing month={month} onMonth={(words) => narrow({ month: words })} />}
      errors={[report.error]}
    >
      {report.data !== undefined && <Whole report={report.data} />}
    </Page>
  );
}

const Choosing = ({ month, onMonth }: { month: string; onMonth: (words: string) => void }) => (
  <Space wrap>
    <MonthField aria-label="月份" allowClear={false} value={month} onChange={onMonth} />
    <Button href={`/api/v1/reports/editorial/export?month=${month}`}>导出 XLSX</Button>
    <Button onClick={() => print()}>打印或存为 PDF</Button>
  </Space>
);

const Whole = ({ report: { dueOn, total, before, byOrganisation, byDay, anchor } }: { report: Report }) => (
  <>
    <Typography.Paragraph type="secondary">本月月报应于 {dueOn} 前报送。</Typography.Paragraph>
    <Total of={total} before={before} />
    <Bars
      title="各单位发布"
      bars={byOrganisation.map(({ name, released }) => ({ label: name, value: released }))}
    />
    <DayColumns title="每日发布" days={byDay.map(({ on, released }) => ({ on, value: released }))} />
    <Lines of={byOrganisation} />
    {anchor !== null && (
      <Typography.Text type="secondary">
        审计锚 <Typography.Text code>{anchor}</Typography.Text> （打印存档后，可证明此前的审计记录没有改动）
      </Typography.Text>
    )}
  </>
);

const Lines = ({ of }: { of: readonly Line[] }) => (
  <Wide label="月报">
    <Table<Line>
      rowKey="organisation"
      size="small"
      pagination={false}
      dataSource={of}
      locale={{ emptyText: '本月没有数据' }}
      columns={[
        { title: '单位', dataIndex: 'name' },
        { title: '发布', dataIndex: 'released' },
        { title: '应急先发', dataIndex: 'urgent' },
        { title: '更正', dataIndex: 'corrected' },
        { title: '撤回', dataIndex: 'withdrawn' },
        { title: '退回', dataIndex: 'returned' },
      ]}
    />
  </Wide>
);

const Total = ({ of, before }: { of: Report['total']; before: Report['before'] }) => (
  <Space size={40} wrap>
    <Statistic title={`发布（上月 ${before.released}）`} value={of.released} />
    <Statistic title={`应急先发（上月 ${before.urgent}）`} value={of.urgent} />
    <Statistic title="应急占比" value={(100 * of.urgentShare).toFixed(1)} suffix="%" />
    <Statistic title="待补审" value={of.urgentUnreviewed} />
    <Statistic title="补审认定有误" value={of.urgentFaulted} />
    <Statistic title={`更正（上月 ${before.corrected}）`} value={of.corrected} />
    <Statistic title={`撤回（上月 ${before.withdrawn}）`} value={of.withdrawn} />
    <Statistic title={`退回（上月 ${before.returned}）`} value={of.returned} />
  </Space>
);

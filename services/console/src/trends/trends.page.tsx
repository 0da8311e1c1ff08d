import { Card, Segmented, Spin, Table } from 'antd';
import { useMemo } from 'react';
import { titleOf, useChannels } from '../channels/channels.ts';
import { PageLink } from '../frame/link.tsx';
import { Page } from '../frame/page.tsx';
import { oneOf, useSaved, type Kept } from '../frame/saved.ts';
import { Wide } from '../frame/wide.tsx';
import { Chart } from './chart.tsx';
import { drawingsOf, type Drawing } from './drawing.rules.ts';
import { useStats, type Span } from './trends.ts';

const spans: readonly { readonly value: Span; readonly label: string }[] = [
  { value: '1h', label: '1 小时' },
  { value: '24h', label: '24 小时' },
  { value: '28d', label: '28 天' },
];
const kept: Kept<{ readonly span?: Span }> = { span: oneOf(spans.map(({ value }) => value)) };

/** How all channels have done over an hour, a day or four weeks. */
export function TrendsPage() {
  const { saved, narrow } = useSaved(kept);
  const stats = useStats(saved.span ?? '24h');
  const channels = useChannels();
  const { data } = stats;
  const drawings = useMemo(
    () => (data === undefined ? [] : drawingsOf(data, (id) => titleOf(channels.data, id))),
    [data, channels.data],
  );
  return (
    <Page title="走势" beside={<PageLink to={{ at: 'now' }}>现在</PageLink>} errors={[stats.error]}>
      <Segmented<Span>
        aria-label="时间范围"
        value={saved.span ?? '24h'}
        onChange={(span) => narrow({ span })}
        options={[...spans]}
      />
      {stats.isPending && <Spin />}
      {data?.channels.length === 0 && <p>还没有投递记录</p>}
      {data !== undefined &&
        data.channels.length > 0 &&
        drawings.map((drawing) => (
          <Card key={drawing.title} size="small" title={drawing.title}>
            <Chart drawing={drawing} />
            <details>
              <summary style={{ paddingBlock: 8 }}>以表格显示</summary>
              <Figures drawing={drawing} />
            </details>
          </Card>
        ))}
    </Page>
  );
}

const Figures = ({ drawing: { title, unit, rows, columns } }: { readonly drawing: Drawing }) => (
  <Wide label={title}>
    <Table
      size="small"
      pagination={false}
      rowKey="n"
      dataSource={rows.map((row, n) => ({ row, n }))}
      columns={[
        { title: '时间', dataIndex: 'row' },
        ...columns.map(({ name, values }) => ({
          title: `${name}（${unit}）`,
          render: (_: unknown, { n }: { readonly n: number }) => values[n] ?? '—',
        })),
      ]}
    />
  </Wide>
);

import type { Stats } from './trends.ts';

/** One chart as numbers: a row for each bucket, a column for each line; null where there is nothing to say. */
export interface Drawing {
  readonly title: string;
  readonly unit: string;
  readonly shape: 'bars' | 'lines';
  readonly rows: readonly string[];
  readonly columns: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

type Channel = Stats['channels'][number];
type Bucket = Channel['series'][number];
type Count = 'confirmed' | 'accepted' | 'waiting' | 'unknown' | 'failed';

const stands: readonly (readonly [Count, string])[] = [
  ['confirmed', '已核实'],
  ['accepted', '办理中'],
  ['waiting', '等待重试或免打扰'],
  ['unknown', '结果不明'],
  ['failed', '没有送达'],
];

/** What is drawn of the figures: how many went where, how sure, and how fast. */
export function drawingsOf(
  { span, channels }: Stats,
  titleOf: (channel: string) => string,
): readonly Drawing[] {
  const rows = channels[0]?.series.map(({ from }) => bucketWords(from, span)) ?? [];
  const each = (of: (bucket: Bucket) => number | null) =>
    channels.map(({ channel, series }) => ({ name: titleOf(channel), values: series.map(of) }));
  return [
    { title: '投递数量', unit: '条', shape: 'bars', rows, columns: countsOf(channels, rows.length) },
    {
      title: '成功率',
      unit: '%',
      shape: 'lines',
      rows,
      columns: each(({ share }) => (share === null ? null : Math.round(share * 1000) / 10)),
    },
    {
      title: '从发布到核实的用时（95% 不超过）',
      unit: '秒',
      shape: 'lines',
      rows,
      columns: each(({ p95 }) => (p95 === null ? null : Math.round(p95 / 100) / 10)),
    },
  ];
}

/** All channels together, by where deliveries stand now. */
const countsOf = (channels: readonly Channel[], buckets: number): Drawing['columns'] =>
  stands.map(([count, name]) => ({
    name,
    values: Array.from({ length: buckets }, (_, n) =>
      channels.reduce((sum, { series }) => sum + (series[n]?.[count] ?? 0), 0),
    ),
  }));

/** A bucket by the clock on the wall in China: a day by its date, anything shorter by its hour. */
function bucketWords(from: string, span: Stats['span']): string {
  const local = new Date(Date.parse(from) + 8 * 3_600_000).toISOString();
  return span === '28d'
    ? `${Number(local.slice(5, 7))}月${Number(local.slice(8, 10))}日`
    : local.slice(11, 16);
}

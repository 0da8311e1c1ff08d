import type { Figures } from '@towncrier/tables';
import type { EditorialReport } from './editorial.report.ts';

const heads = [
  ['released', '发布'],
  ['urgent', '应急先发'],
  ['corrected', '更正'],
  ['withdrawn', '撤回'],
  ['returned', '退回'],
] as const;

/** The report as a sheet: what the screen shows, from the same figures. */
export function reportTable({
  month,
  total,
  before,
  byOrganisation,
  byDay,
  anchor,
}: EditorialReport): Figures {
  const row = (name: string, counts: EditorialReport['before']) => [
    name,
    ...heads.map(([key]) => counts[key]),
  ];
  return [
    [`编审月报 ${month}`],
    ['单位', ...heads.map(([, title]) => title)],
    ...byOrganisation.map((one) => row(one.name, one)),
    row('合计', total),
    row('上月合计', before),
    [],
    ['应急占比', total.urgentShare],
    ['待补审', total.urgentUnreviewed],
    ['补审认定有误', total.urgentFaulted],
    [],
    ['日期', '发布'],
    ...byDay.map(({ on, released }) => [on, released]),
    ...(anchor === null ? [] : [[], ['审计锚', anchor]]),
  ];
}

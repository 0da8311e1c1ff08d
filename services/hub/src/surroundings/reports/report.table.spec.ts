import { expect, it } from 'vitest';
import type { EditorialReport } from './editorial.report.ts';
import { reportTable } from './report.table.ts';

const counts = { released: 24, urgent: 3, corrected: 2, withdrawn: 1, returned: 5 };
const report: EditorialReport = {
  month: '2026-11',
  dueOn: '2026-11-25',
  total: { ...counts, urgentShare: 0.125, urgentUnreviewed: 1, urgentFaulted: 0 },
  before: { ...counts, released: 20 },
  byOrganisation: [{ organisation: 'kyswj', name: '=水务局', ...counts }],
  byDay: [{ on: '2026-11-01', released: 24 }],
  anchor: '2c26b46b68ff',
};

it('has every figure of the report as a number, and the names as words', () => {
  expect(reportTable(report)).toEqual([
    ['编审月报 2026-11'],
    ['单位', '发布', '应急先发', '更正', '撤回', '退回'],
    ['=水务局', 24, 3, 2, 1, 5],
    ['合计', 24, 3, 2, 1, 5],
    ['上月合计', 20, 3, 2, 1, 5],
    [],
    ['应急占比', 0.125],
    ['待补审', 1],
    ['补审认定有误', 0],
    [],
    ['日期', '发布'],
    ['2026-11-01', 24],
    [],
    ['审计锚', '2c26b46b68ff'],
  ]);
});

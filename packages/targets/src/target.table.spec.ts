import { registeredTarget, venueKinds, type RegisteredTarget, type TargetKind } from '@towncrier/contracts';
import { readWorkbook, sheetOf, writeCsv } from '@towncrier/tables';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasTargets, readTargets, type TargetRows } from './target.table.read.ts';
import { targetTable } from './target.table.write.ts';

const strip: TargetKind = {
  id: 'strip',
  title: '条屏',
  measure: '块条屏',
  choice: 'place',
  catchesUp: true,
  facts: {
    type: 'object',
    properties: {
      width: { type: 'integer', title: '宽（点）' },
      outdoor: { type: 'boolean', title: '室外' },
      note: { type: 'string', title: '备注' },
      cell: { enum: [16, 32], title: '字高' },
    },
    'x-secrets': [{ name: 'token', title: '播放口令', required: false }],
  },
  secrets: ['token'],
};
const account: TargetKind = {
  ...strip,
  id: 'account',
  title: '账号',
  choice: 'owner',
  facts: { type: 'object', properties: { appId: { type: 'string', title: 'AppID' } } },
  secrets: [],
};
const kinds = [strip, account];

const aTarget = (over: Partial<RegisteredTarget> = {}): RegisteredTarget => ({
  id: 'a',
  title: '客运站条屏',
  kind: 'strip',
  owner: 'government-office',
  area: '532502002000',
  venue: 'coach-station',
  groups: ['灾害多发'],
  position: { longitude: 103.26, latitude: 23.71 },
  hours: { from: '08:00', to: '18:00' },
  takes: 'everybody',
  state: { is: 'active' },
  facts: { width: 384, outdoor: true, note: '面向站前广场', cell: 16 },
  version: 3,
  secrets: ['token'],
  changedBy: '张三',
  changedAt: '2026-11-28T00:00:00.000Z',
  ...over,
});
const plain = ({ version, secrets, changedBy, changedAt, ...target }: RegisteredTarget): unknown => target;
const read = (lines: readonly string[], known: readonly RegisteredTarget[] = []): TargetRows =>
  readTargets(
    lines.map((line) => line.split(',')),
    {
      kinds,
      known: new Map(known.map((target) => [target.id, target])),
      organisations: new Map([['市政府办公室', 'government-office']]),
    },
  );

const word = fc.string({ unit: fc.constantFrom(...'开远站屏a1=-+@（）'), minLength: 1, maxLength: 12 });
const anyTarget = fc
  .record({
    title: word,
    venue: fc.constantFrom(...venueKinds.map(({ id }) => id), null),
    groups: fc.uniqueArray(word, { maxLength: 3 }),
    position: fc.option(
      fc.record({
        longitude: fc.integer({ min: -180, max: 180 }),
        latitude: fc.constantFrom(-12.5, 0, 23.71),
      }),
    ),
    hours: fc.option(fc.constant({ from: '08:00', to: '18:00' })),
    takes: fc.oneof(fc.constant('everybody' as const), fc.uniqueArray(fc.constantFrom('health', 'schools'))),
    state: fc.oneof(
      fc.constant({ is: 'active' as const }),
      word.map((reason) => ({ is: 'paused' as const, reason })),
      fc.constant({ is: 'retired' as const, on: '2026-01-31' }),
    ),
    facts: fc.record(
      {
        width: fc.integer({ min: 64, max: 9999 }),
        outdoor: fc.boolean(),
        note: word,
        cell: fc.constantFrom(16, 32),
      },
      { requiredKeys: ['width'] },
    ),
  })
  .map(aTarget);

describe('a table of targets', () => {
  it('that was exported and is imported again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTarget, { minLength: 1, maxLength: 5 }), async (targets) => {
        const named = targets.map((target, n) => registeredTarget.parse({ ...target, id: `t${n}` }));
        const { table } = sheetOf(readWorkbook('a.csv', writeCsv(targetTable(named, kinds))), hasTargets);
        const known = new Map(named.map((target) => [target.id, target]));
        const { problems, rows } = readTargets(table, { kinds, known, organisations: new Map() });
        expect([problems, rows.flatMap((row) => row.problems)]).toEqual([[], []]);
        expect(rows.map(({ write }) => write?.target)).toEqual(named.map(plain));
        expect(rows.map(({ write }) => [write?.expected, write?.secrets])).toEqual(named.map(() => [3, {}]));
      }),
    );
  });

  it('never holds a secret, nor a column for one', () => {
    expect(targetTable([aTarget()], kinds)[0]).not.toContain('播放口令');
  });

  it('takes secrets, names of organisations and kinds', () => {
    const { rows } = read([
      '编号,名称,类型,负责单位,区划代码,接收,播放口令,宽（点）',
      'b,车站屏,条屏,市政府办公室,532502002000,无,geheim,384',
    ]);
    expect(rows).toMatchObject([
      {
        row: 2,
        problems: [],
        write: {
          expected: null,
          secrets: { token: 'geheim' },
          target: {
            kind: 'strip',
            owner: 'government-office',
            takes: [],
            venue: null,
            facts: { width: 384 },
          },
        },
      },
    ]);
  });

  it('keeps what its columns do not tell, and takes away what they leave empty', () => {
    const { rows } = read(['编号,备注,分组', 'a,,'], [aTarget()]);
    expect(rows[0]?.write?.target).toEqual({
      ...(plain(aTarget()) as object),
      groups: [],
      facts: { width: 384, outdoor: true, cell: 16 },
    });
  });

  it.each([
    ['场所', '茶馆', 'venue', '不认识的场所'],
    ['开放时间', '早上', 'hours', '开放时间看不懂'],
    ['状态', '暂停', 'state', '状态看不懂'],
    ['状态', '停用：去年', 'state', '状态看不懂'],
    ['经度', '东经', 'position', '经度、纬度要一起填，写成数字'],
    ['宽（点）', '三百', 'facts.width', '“宽（点）”应是数字'],
    ['区划代码', '5.32502E+11', 'area', '“区划代码”被表格软件写成了“5.32502E+11”，原来的各位数字已经丢失'],
    ['备注', '8.61E+14', 'facts.note', '“备注”被表格软件写成了“8.61E+14”，原来的各位数字已经丢失'],
    ['室外', '也许', 'facts.outdoor', '“室外”应写“是”或“否”'],
    ['AppID', 'wx1', 'facts', '这种类型的终端没有“AppID”'],
  ])('says of “%s” that “%s” is wrong, with the row', (column, cell, field, message) => {
    const { rows } = read([`编号,类型,${column}`, 'a,条屏,', '', `b,条屏,${cell}`]);
    expect(
      rows.map(({ row, problems }) => [row, problems.map((p) => [p.row, p.target, p.field, p.message])]),
    ).toEqual([
      [2, []],
      [4, [[4, 'b', field, message]]],
    ]);
    expect(rows[1]?.write).toBeNull();
  });

  it('of which a spreadsheet has shortened the codes is told how to bring them back', () => {
    const { rows } = read(['编号,区划代码', '5.32502E+11,5.32502e11']);
    expect(rows[0]?.problems.map((p) => [p.field, p.remedy])).toEqual(
      ['id', 'area'].map((field) => [field, '请把这一列的单元格格式设为“文本”，重新填写完整的数字后再导入']),
    );
    expect(rows[0]?.write).toBeNull();
  });

  it.each([
    [['名称', 'x'], '第一行里没有“编号”一列'],
    [['编号,颜色', 'a,red'], '不认识的列“颜色”'],
    [['编号,名称,名称', 'a,x,y'], '“名称”一列出现了两次'],
    [['编号', ' '], '表里没有终端'],
  ])('%j is refused as a whole', (lines, message) => {
    const { problems, rows } = read(lines);
    expect([problems.map((p) => p.message), rows]).toEqual([[message], []]);
  });
});

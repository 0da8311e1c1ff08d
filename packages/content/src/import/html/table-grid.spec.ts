import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxColumns, normaliseTable, type RawCell, type TableRows } from './table-grid.ts';

const cell = fc
  .record({
    header: fc.boolean(),
    colspan: fc.integer({ min: 1, max: 6 }),
    rowspan: fc.integer({ min: 1, max: 6 }),
    text: fc.constantFrom('甲', '乙', '丙'),
  })
  .map(({ text, ...rest }): RawCell => ({ ...rest, content: [{ type: 'text', text }] }));
const raw = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 });

/** How often each place of the grid is covered. */
function coverage(rows: TableRows): readonly (readonly number[])[] {
  const grid: number[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const { attrs } of row.content) {
      while ((grid[y]?.[x] ?? 0) > 0) x += 1;
      for (let dy = 0; dy < (attrs?.rowspan ?? 1); dy += 1)
        for (let dx = 0; dx < (attrs?.colspan ?? 1); dx += 1)
          (grid[y + dy] as number[])[x + dx] = ((grid[y + dy] as number[])[x + dx] ?? 0) + 1;
      x += attrs?.colspan ?? 1;
    }
  });
  return grid;
}

const words = (cells: readonly Pick<RawCell, 'content'>[]): string =>
  cells
    .flatMap(({ content }) => content.map((node) => (node.type === 'text' ? node.text.trim() : '')))
    .join('');

describe('a straightened table', () => {
  it('covers every place exactly once and keeps every word', () => {
    fc.assert(
      fc.property(raw, (rows) => {
        const table = normaliseTable(rows);
        const widths = coverage(table).map((row) => row.length);
        expect(new Set(widths).size).toBeLessThanOrEqual(1);
        expect(
          coverage(table)
            .flat()
            .every((times) => times === 1),
        ).toBe(true);
        expect(words(table.flatMap((row) => row.content))).toBe(words(rows.flat()));
        expect(table.every((row) => row.content.length > 0)).toBe(true);
      }),
    );
  });

  it('is never wider than the fiftieth column, however far its cells say that they reach', () => {
    const wide = fc
      .tuple(cell, fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 9 }))
      .map(([one, colspan, rowspan]): RawCell => ({ ...one, colspan, rowspan }));
    fc.assert(
      fc.property(fc.array(fc.array(wide, { maxLength: 3 }), { maxLength: 8 }), (rows) => {
        const table = normaliseTable(rows);
        const widths = coverage(table).map((row) => row.length);
        expect(Math.max(0, ...widths)).toBeLessThanOrEqual(maxColumns);
        expect(new Set(widths).size).toBeLessThanOrEqual(1);
        expect(words(table.flatMap((row) => row.content))).toBe(words(rows.flat()));
      }),
    );
  });

  it('ends a span that leaves the next row no place', () => {
    const long: RawCell = { header: false, colspan: 50, rowspan: 9, content: [{ type: 'text', text: '甲' }] };
    const table = normaliseTable([[long], [long], [long]]);
    expect(table.map(({ content }) => content.map(({ attrs }) => attrs))).toEqual([
      [undefined],
      [undefined],
      [undefined],
    ]);
  });

  it('is not changed by straightening it again', () => {
    fc.assert(
      fc.property(raw, (rows) => {
        const once = normaliseTable(rows);
        const again = normaliseTable(
          once.map((row) =>
            row.content.map(({ type, attrs, content }) => ({
              header: type === 'tableHeader',
              colspan: attrs?.colspan ?? 1,
              rowspan: attrs?.rowspan ?? 1,
              content,
            })),
          ),
        );
        expect(again).toEqual(once);
      }),
    );
  });
});

describe('a table that does not fit its grid', () => {
  const of = (text: string, over: Partial<RawCell> = {}): RawCell => ({
    header: false,
    colspan: 1,
    rowspan: 1,
    content: [{ type: 'text', text }],
    ...over,
  });
  const shape = (rows: readonly (readonly RawCell[])[]) =>
    normaliseTable(rows).map((row) =>
      row.content.map(({ attrs, content }) => [
        words([{ content }]),
        attrs?.colspan ?? 1,
        attrs?.rowspan ?? 1,
      ]),
    );

  it('has spans cut where they leave it or meet another cell', () => {
    expect(
      shape([[of('甲', { rowspan: 9 }), of('乙'), of('丙', { rowspan: 2 })], [of('丁', { colspan: 9 })]]),
    ).toEqual([
      [
        ['甲', 1, 2],
        ['乙', 1, 1],
        ['丙', 1, 2],
      ],
      [['丁', 1, 1]],
    ]);
  });

  it('has empty cells where a row is short, between cells too', () => {
    expect(shape([[of('甲'), of('乙')], [of('丙')]])).toEqual([
      [
        ['甲', 1, 1],
        ['乙', 1, 1],
      ],
      [
        ['丙', 1, 1],
        ['', 1, 1],
      ],
    ]);
  });

  it('has no row and no column in which no cell begins', () => {
    expect(shape([[of('甲', { rowspan: 3 }), of('乙')], [], [of('丙')]])).toEqual([
      [
        ['甲', 1, 2],
        ['乙', 1, 1],
      ],
      [['丙', 1, 1]],
    ]);
    expect(shape([[of('甲', { colspan: 3 })], [of('乙', { colspan: 3 })]])).toEqual([
      [['甲', 1, 1]],
      [['乙', 1, 1]],
    ]);
  });

  it('has fifty columns and five hundred rows at most; what stands beyond is written into the last column', () => {
    const wide = normaliseTable([Array.from({ length: 52 }, (_, i) => of(`${i}`))]);
    expect(wide[0]?.content).toHaveLength(50);
    expect(words(wide[0]?.content.slice(-1) ?? [])).toBe('495051');
    expect(normaliseTable([Array.from({ length: 50 }, () => of('甲'))])[0]?.content).toHaveLength(50);
    const pushed = normaliseTable([
      [of('长', { colspan: 50 }), of('外')],
      Array.from({ length: 50 }, () => of('甲')),
    ]);
    expect(words(pushed[0]?.content ?? [])).toBe('长外');
    expect(normaliseTable(Array.from({ length: 501 }, () => [of('甲')]))).toHaveLength(500);
  });

  it('keeps headers headers, and says nothing of spans of one', () => {
    expect(normaliseTable([[of('甲', { header: true }), of('乙')]])).toEqual([
      {
        type: 'tableRow',
        content: [
          { type: 'tableHeader', content: [{ type: 'text', text: '甲' }] },
          { type: 'tableCell', content: [{ type: 'text', text: '乙' }] },
        ],
      },
    ]);
    expect(normaliseTable([])).toEqual([]);
  });
});

describe('the words of a table that is too wide or has empty rows', () => {
  const of = (text: string, colspan = 1, rowspan = 1, header = false): RawCell => ({
    header,
    colspan,
    rowspan,
    content: [{ type: 'text', text }],
  });
  const shape = (rows: TableRows) =>
    rows.map((row) =>
      row.content.map(({ type, attrs, content }) => [
        type === 'tableHeader' ? 'h' : 'd',
        content.map((node) => (node.type === 'text' ? node.text : '|')).join(''),
        attrs?.colspan ?? 1,
        attrs?.rowspan ?? 1,
      ]),
    );

  it('go into the last cell that has a place, divided by blanks', () => {
    const wide = [of('甲', 20), of('乙', 20), of('丙', 10), of('丁'), of('戊')];
    expect(shape(normaliseTable([wide]))).toEqual([
      [
        ['d', '甲', 1, 1],
        ['d', '乙', 1, 1],
        ['d', '丙 丁 戊', 1, 1],
      ],
    ]);
  });

  it('go into the fiftieth cell of a row that has more, which heads nothing', () => {
    const row = Array.from({ length: 52 }, (_, i) => of(String(i), 1, 1, true));
    const [first] = shape(normaliseTable([row]));
    expect(first).toHaveLength(50);
    expect(first?.slice(-2)).toEqual([
      ['h', '48', 1, 1],
      ['d', '49 50 51', 1, 1],
    ]);
    const [fifty] = shape(normaliseTable([row.slice(0, 50)]));
    expect(fifty?.at(-1)).toEqual(['h', '49', 1, 1]);
  });

  it('stay in their rows where a row without cells is taken out', () => {
    expect(shape(normaliseTable([[of('甲', 1, 2), of('乙')], [], [of('丙'), of('丁')]]))).toEqual([
      [
        ['d', '甲', 1, 1],
        ['d', '乙', 1, 1],
      ],
      [
        ['d', '丙', 1, 1],
        ['d', '丁', 1, 1],
      ],
    ]);
    expect(shape(normaliseTable([[of('甲', 1, 3), of('乙')], [], [of('丁')]]))).toEqual([
      [
        ['d', '甲', 1, 2],
        ['d', '乙', 1, 1],
      ],
      [['d', '丁', 1, 1]],
    ]);
    expect(normaliseTable([[], []])).toEqual([]);
  });

  it('stand to the left of the places that a short row leaves empty', () => {
    expect(shape(normaliseTable([[of('甲', 1, 2), of('乙'), of('丙')], [of('丁')]]))[1]).toEqual([
      ['d', '丁', 1, 1],
      ['d', '', 1, 1],
    ]);
  });
});

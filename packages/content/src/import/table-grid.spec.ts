import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseTable, type RawCell, type TableRows } from './table-grid.ts';

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

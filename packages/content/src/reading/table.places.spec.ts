import type { Cell } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tablePlaces } from './table.places.ts';

const cell = (words: string, attrs: Cell['attrs'] = undefined, type: Cell['type'] = 'tableCell'): Cell => ({
  type,
  ...(attrs === undefined ? {} : { attrs }),
  content: [{ type: 'text', text: words }],
});
const head = (words: string, attrs?: Cell['attrs']): Cell => cell(words, attrs, 'tableHeader');
const table = (...rows: readonly (readonly Cell[])[]) => ({
  content: rows.map((content) => ({ type: 'tableRow' as const, content: [...content] })),
});
const wordsAt = (rows: ReturnType<typeof table>): readonly string[] =>
  tablePlaces(rows).cells.map(({ x, y, cell: { content } }) => {
    const [first] = content;
    return `${first?.type === 'text' ? first.text : ''}@${x},${y}`;
  });

describe('the cells of a table', () => {
  it('stand beside what reaches down to them', () => {
    const rows = table(
      [head('类别', { rowspan: 2 }), head('缴费', { colspan: 2 })],
      [head('应缴'), head('实缴')],
    );
    expect(wordsAt(rows)).toEqual(['类别@0,0', '缴费@1,0', '应缴@1,1', '实缴@2,1']);
    expect(tablePlaces(rows)).toMatchObject({ columns: 3, headRows: 2 });
  });

  it('have no head where a header cell reaches into the body', () => {
    expect(tablePlaces(table([head('类别', { rowspan: 2 }), head('数')], [cell('3')])).headRows).toBe(0);
  });

  it('never stand on each other nor below the last row', () => {
    const span = fc.integer({ min: 1, max: 4 });
    const one = fc.record({ colspan: span, rowspan: span }).map((attrs) => cell('字', attrs));
    const rows = fc.array(fc.array(one, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (made) => {
        const { cells, columns, rows: count } = tablePlaces(table(...made));
        const squares = cells.flatMap(({ x, y, colspan, rowspan }) =>
          Array.from({ length: colspan * rowspan }, (_, n) => [
            x + (n % colspan),
            y + Math.floor(n / colspan),
          ]),
        );
        expect(new Set(squares.map(String)).size).toBe(squares.length);
        expect(squares.every(([x = 0, y = 0]) => x < columns && y < count)).toBe(true);
      }),
    );
  });
});

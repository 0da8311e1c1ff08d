import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitColumns } from './table.fit.ts';
import { placeCells } from './table.grid.ts';

const cell = (text: string) => ({
  header: false,
  colspan: 1,
  rowspan: 1,
  runs: [{ text, bold: false, underline: false }],
});
const gridOf = (...rows: (readonly string[])[]) => placeCells(rows.map((row) => row.map(cell)));

it('leaves the usual shares where every number has room', () => {
  expect(fitColumns(gridOf(['村', '户数'], ['甲村', '1,204']), 26)).toBeNull();
  expect(fitColumns(gridOf(['一般公共服务支出', '国防支出'.repeat(20)]), 26)).toBeNull();
});

it('makes the letters smaller before a figure runs into the next one', () => {
  const row = ['201', '一般公共服务支出', ...Array.from({ length: 6 }, () => '-142,565.95'), '-27.1'];
  const fitted = fitColumns(gridOf(row), 34);
  expect(fitted?.letters).toBeLessThan(0.86);
  expect(fitted?.letters).toBeGreaterThan(0.5);
  expect((fitted?.widths[1] ?? 0) / (fitted?.letters ?? 1)).toBeGreaterThan(6);
});

it('keeps within the room, each column as wide as its longest number, while letters can be read', () => {
  const figure = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => n.toLocaleString('en'));
  const word = fc.oneof(figure, fc.constantFrom('公共安全支出', '户', '甲'));
  const table = fc
    .integer({ min: 1, max: 12 })
    .chain((columns) =>
      fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
    );
  fc.assert(
    fc.property(table, fc.integer({ min: 16, max: 60 }), (rows, room) => {
      const fitted = fitColumns(gridOf(...rows), room);
      if (fitted === null || fitted.letters <= 0.4) return;
      const total = fitted.widths.reduce((a, b) => a + b, 0);
      expect(total).toBeLessThanOrEqual(room + 1e-6);
      rows.forEach((row) =>
        row.forEach((text, x) => {
          if (!/^[-\d,]+$/.test(text)) return;
          const narrow = [...text].reduce((all, c) => all + (c === ',' ? 0.3 : c === '-' ? 0.35 : 0.56), 0);
          expect(fitted.widths[x]).toBeGreaterThanOrEqual(narrow * fitted.letters);
        }),
      );
    }),
  );
});

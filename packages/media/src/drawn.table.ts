import { wideLength } from './title.lines.ts';

/** A cell of a table that is drawn as a picture, at its place. */
export interface DrawnCell {
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly header: boolean;
  readonly words: string;
}

const [narrowest, broadest] = [3, 14];

/** How columns share the width of a picture, in full-width characters of their longest lines. */
export const columnWeights = (columns: number, cells: readonly DrawnCell[]): readonly number[] =>
  Array.from({ length: columns }, (_, x) => {
    const alone = cells.filter((cell) => cell.x === x && cell.colspan === 1);
    const widest = alone.map(({ words }) => Math.max(...words.split('\n').map(wideLength)));
    return Math.min(Math.max(narrowest, ...widest), broadest);
  });

/** For templates of the typesetter: `drawn-cell(c)` is a DrawnCell of a table. */
export const typstDrawnCell = String.raw`
#let drawn-cell(c) = table.cell(
  x: c.x,
  y: c.y,
  colspan: c.colspan,
  rowspan: c.rowspan,
  fill: if c.header { rgb("#eef0f3") } else { none },
  text(weight: if c.header { 700 } else { 500 }, c.words.split("\n").map(t => text(t)).join(linebreak())),
)
`;

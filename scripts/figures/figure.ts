/** One number the house keeps to. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly bound: { readonly most: number } | { readonly least: number };
  readonly unit: string;
  /** Where it is to get to, when the bound is only what it has reached: it must not fall back. */
  readonly goal?: number;
  /** Where to look when it is missed, the worst place first. */
  readonly worst: readonly string[];
}

export const held = ({ value, bound }: Figure): boolean =>
  'most' in bound ? value <= bound.most : value >= bound.least;

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** `✗ name: value unit (at most N)`, and below it where to look when it is missed. */
export function figureLines(figure: Figure): readonly string[] {
  const { name, value, bound, unit, worst, goal } = figure;
  const limit = 'most' in bound ? `at most ${bound.most}` : `at least ${bound.least}`;
  const aim = goal === undefined ? '' : `, goal ${goal}`;
  const line = `${held(figure) ? '·' : '✗'} ${name}: ${rounded(value)}${unit} (${limit}${aim})`;
  return held(figure) ? [line] : [line, ...worst.slice(0, 12).map((place) => `    ${place}`)];
}

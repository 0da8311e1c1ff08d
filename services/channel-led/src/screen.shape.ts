import type { Target } from '@towncrier/contracts';
import { z } from 'zod';
import { ledScreenProfile, ledStripProfile, type LedProfile } from './render/led.pages.ts';

/** `strip`: one colour, dots; `cell` dots per line. `screen`: full colour, pixels. */
const shape = z.object({
  kind: z.enum(['strip', 'screen']),
  width: z.int(),
  height: z.int(),
  cell: z.int(),
});
export type Shape = z.infer<typeof shape>;

/** @throws ZodError when the register holds what no screen of ours has */
export const shapeOf = ({ kind, facts }: Target): Shape => shape.parse({ ...facts, kind });

/** Screens of the same form show the same pages. */
export const formNamed = ({ kind, width, height, cell }: Shape): string =>
  `${kind} ${width}x${height}/${cell}`;
export const formOf = (target: Target): string => formNamed(shapeOf(target));

/**
 * Until forms had names, an edition was approved for each screen by its id, and these two were all that a
 * county had without settings of its own.
 */
const former: Readonly<Record<string, Shape>> = {
  'screen-hall': { kind: 'screen', width: 1920, height: 1080, cell: 16 },
  'strip-station': { kind: 'strip', width: 384, height: 64, cell: 16 },
};
export const formerForms: readonly string[] = Object.keys(former);

const named = /^(strip|screen) (\d+)x(\d+)\/(\d+)$/;

/** @throws Error when it is no form of a screen */
export function shapeNamed(form: string): Shape {
  const [, kind, ...numbers] = named.exec(form) ?? [];
  const [width, height, cell] = numbers.map(Number);
  const found = former[form] ?? shape.safeParse({ kind, width, height, cell }).data;
  if (found === undefined) throw new Error(`"${form}" is no form of a screen`);
  return found;
}

/** For a person, e.g. 条屏 384×64. */
export function formTitle(form: string): string {
  const { kind, width, height } = shapeNamed(form);
  return `${kind === 'strip' ? '条屏' : '全彩屏'} ${width}×${height}`;
}

/**
 * A full-colour screen sets its title apart; these grids leave room for it, the QR code and lines that are
 * read from across a hall.
 */
const wide = { cols: 26, rows: 8 };
const tall = { cols: 16, rows: 14 };

/** How many characters a screen takes: a strip exactly its dots, a full-colour screen a grid by its shape. */
export function profileOf({ kind, width, height, cell }: Shape): LedProfile {
  if (kind === 'strip')
    return { ...ledStripProfile, cols: Math.floor(width / cell), rows: Math.floor(height / cell) };
  return { ...ledScreenProfile, ...(width >= height ? wide : tall) };
}

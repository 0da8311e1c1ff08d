import type { Target } from '@towncrier/contracts';
import { z } from 'zod';
import { codeIsReadable, codeShare } from './screen/code.readable.ts';
import { ledScreenProfile, ledStripProfile, type LedProfile } from './render/led.pages.ts';

/** `strip`: one colour, dots; `cell` dots per line. `screen`: full colour, pixels. */
const size = z.object({
  kind: z.enum(['strip', 'screen']),
  width: z.int(),
  height: z.int(),
  cell: z.int(),
});
const facts = size.extend({ pitch: z.number().nullish(), distance: z.number().nullish() });

export type Drawing = 1 | 2 | 3;

/**
 * `drawing`: how pages are drawn; 1 until they were filled evenly, 2 until short ones used all of the screen. `code`: whether there is room for a code that is
 * read from where people stand.
 */
export interface Shape extends z.infer<typeof size> {
  readonly drawing: Drawing;
  readonly code: boolean;
}

const hasRoomForCode = ({ kind, width, height }: z.infer<typeof size>): boolean =>
  kind === 'screen' && width >= height && height >= 720;

/** @throws ZodError when the register holds what no screen of ours has */
export function shapeOf({ kind, facts: known }: Target): Shape {
  const { pitch = null, distance = null, ...own } = facts.parse({ ...known, kind });
  const points = Math.min(own.width, own.height) * codeShare;
  const code = hasRoomForCode(own) && codeIsReadable(points, { pitch, distance });
  return { ...own, drawing: 3, code };
}

/** Screens of the same form show the same pages. */
export function formNamed(shape: Shape): string {
  const { kind, width, height, cell, drawing, code } = shape;
  const name = `${kind} ${width}x${height}/${cell}`;
  if (drawing === 1) return name;
  return hasRoomForCode(shape) && !code ? `${name} v${drawing} no-code` : `${name} v${drawing}`;
}
export const formOf = (target: Target): string => formNamed(shapeOf(target));

/** Whether screens of this shape can show pages of that form, as they are drawn now or were drawn before. */
export function canShow({ kind, width, height, cell }: Shape, form: string): boolean {
  const name = `${kind} ${width}x${height}/${cell}`;
  return form === name || [2, 3].some((drawing) => form.startsWith(`${name} v${drawing}`));
}

/**
 * Until forms had names, an edition was approved for each screen by its id, and these two were all that a
 * county had without settings of its own.
 */
const former: Readonly<Record<string, string>> = {
  'screen-hall': 'screen 1920x1080/16',
  'strip-station': 'strip 384x64/16',
};
export const formerForms: readonly string[] = Object.keys(former);

const named = /^(strip|screen) (\d+)x(\d+)\/(\d+)(?: v([23]))?( no-code)?$/;

function drawingNamed(version: string | undefined): Drawing {
  if (version === undefined) return 1;
  return version === '2' ? 2 : 3;
}

/** @throws Error when it is no form of a screen */
export function shapeNamed(form: string): Shape {
  const [, kind, width, height, cell, version, noCode] = named.exec(former[form] ?? form) ?? [];
  const found = size.safeParse({ kind, width: Number(width), height: Number(height), cell: Number(cell) });
  if (!found.success) throw new Error(`"${form}" is no form of a screen`);
  const own = found.data;
  const drawing = drawingNamed(version);
  return { ...own, drawing, code: hasRoomForCode(own) && noCode === undefined };
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
export function profileOf({ kind, width, height, cell, drawing }: Shape): LedProfile {
  const own = { even: drawing > 1, settled: drawing > 2 };
  if (kind === 'strip')
    return { ...ledStripProfile, cols: Math.floor(width / cell), rows: Math.floor(height / cell), ...own };
  return { ...ledScreenProfile, ...(width >= height ? wide : tall), ...own };
}

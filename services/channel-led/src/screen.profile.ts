import { ledScreenProfile, ledStripProfile, type LedProfile } from './render/led.pages.ts';
import type { Screen } from './settings.ts';

/**
 * A full-colour screen sets its title apart; these grids leave room for it, the QR code and lines that are
 * read from across a hall.
 */
const wide = { cols: 26, rows: 8 };
const tall = { cols: 16, rows: 14 };

/** How many characters a screen takes: a strip exactly its dots, a full-colour screen a grid by its shape. */
export function profileOf(screen: Screen): LedProfile {
  if (screen.kind === 'strip')
    return {
      ...ledStripProfile,
      cols: Math.floor(screen.width / screen.cell),
      rows: Math.floor(screen.height / screen.cell),
    };
  return { ...ledScreenProfile, ...(screen.width >= screen.height ? wide : tall) };
}

/** Screens of the same shape show the same pages. */
export const shapeOf = ({ kind, width, height, cell }: Screen): string =>
  `${kind} ${width}x${height}/${cell}`;

export function oneOfEachShape(screens: readonly Screen[]): readonly Screen[] {
  return [...new Map(screens.map((screen) => [shapeOf(screen), screen])).values()];
}

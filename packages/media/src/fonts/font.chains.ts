import type { FontName } from './font.files.ts';

/** Where words are drawn by our own fonts: sheets of paper, full-colour screens and covers, strips of dots. */
export type Surface = 'print' | 'screen' | 'strip';

/** What is left of GB 18030: Extensions A to F. Thin strokes, so they come late. */
const hanazono = ['hanazono-a-rare', 'hanazono-b-rare'] as const;

/** Which fonts draw a character on each: the first that has it. */
export const fontChains: Readonly<Record<Surface, readonly FontName[]>> = {
  print: [
    'noto-serif-sc-regular',
    'noto-sans-sc-medium',
    'noto-serif-hk-rare',
    'noto-serif-jp-rare',
    'noto-sans-hk-rare',
    'noto-sans-jp-rare',
    ...hanazono,
    'unifont',
  ],
  screen: [
    'noto-sans-sc-medium',
    'noto-sans-hk-rare',
    'noto-sans-jp-rare',
    'noto-serif-hk-rare',
    'noto-serif-jp-rare',
    ...hanazono,
    'unifont',
  ],
  // of outlines the light ones: sixteen dots leave one for a stroke
  strip: ['unifont', 'noto-sans-sc-light', 'noto-sans-hk-rare', 'noto-sans-jp-rare', ...hanazono],
};

/** The same as families, for templates of the typesetter: serif for the text of a sheet, sans for the rest. */
export const typstFonts = {
  serif: families(
    'Noto Serif SC',
    'Noto Sans SC',
    'Noto Serif HK',
    'Noto Serif JP',
    'Noto Sans HK',
    'Noto Sans JP',
  ),
  sans: families('Noto Sans SC', 'Noto Sans HK', 'Noto Sans JP', 'Noto Serif HK', 'Noto Serif JP'),
} as const;

function families(...names: readonly string[]): string {
  return `(${[...names, 'HanaMinA', 'HanaMinB', 'UnifontExMono'].map((name) => `"${name}"`).join(', ')})`;
}

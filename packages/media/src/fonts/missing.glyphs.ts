import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import { fontPath, type FontName } from './font.files.ts';

/** Loaded on the first question: it costs some 25 MB. */
const require = createRequire(import.meta.url);
const opened = new Map<FontName, Font>();
// Never drawn by themselves: white space, joiners, variation selectors, direction marks.
const undrawn = /^[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufe00-\ufe0f\ufeff]$/u;

/**
 * The characters of `text` for which none of `fonts` has a glyph, each once, in order. A later font is opened
 * only for what the earlier ones lack.
 */
export function missingGlyphs(text: string, ...fonts: readonly FontName[]): readonly string[] {
  const missing = (character: string): boolean => {
    const codePoint = character.codePointAt(0) as number;
    return !undrawn.test(character) && !fonts.some((name) => face(name).hasGlyphForCodePoint(codePoint));
  };
  return [...new Set(text)].filter(missing);
}

/** “𠮷”（U+20BB7）: for a person who has to find out which character is meant. */
export const codePointOf = (character: string): string =>
  `“${character}”（U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`;

/** An opened font, for whoever draws its glyphs. */
export function face(name: FontName): Font {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const font = openFont(readFileSync(fontPath(name)));
  opened.set(name, font);
  return font;
}

/** @throws Error for a collection of fonts */
export function openFont(bytes: Buffer): Font {
  const { create } = require('fontkit') as typeof import('fontkit');
  const font = create(bytes);
  if (!('hasGlyphForCodePoint' in font)) throw new Error('this is a collection of fonts');
  return font;
}

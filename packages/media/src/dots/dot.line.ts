import { stat } from 'node:fs/promises';
import { fontPath } from '../fonts/font.files.ts';
import { missingGlyphs } from '../fonts/missing.glyphs.ts';
import { loadSharp } from '../sharp.loader.ts';
import { drawDotGlyph } from './dot.glyph.ts';

/** One byte a dot, row by row: 255 is lit, 0 is dark. */
export interface Dots {
  readonly bits: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Dots a line of words is high; a full-width character is as wide. */
export const dotLineHeight = 16;
const bracketWidth = 8;
const lit = 128;

/**
 * One line of words on the grid of the dots, no grey: in Unifont, and what Unifont lacks from the outlines that
 * have it. A character that no font has stays what Unifont draws for it.
 */
export async function drawDotLine(words: string): Promise<Dots> {
  const runs = await Promise.all(
    runsOf(words).map((run) => (run.rare ? drawRare(run.words) : drawRun(run.words))),
  );
  return beside(runs);
}

/** Stretches of words that the font of dots has, and single characters that it lacks. */
function runsOf(words: string): readonly { readonly words: string; readonly rare: boolean }[] {
  const lacking = missingGlyphs(words, 'unifont');
  if (lacking.length === 0) return [{ words, rare: false }];
  const runs: { words: string; rare: boolean }[] = [];
  for (const character of words) {
    const rare = lacking.includes(character);
    const last = runs.at(-1);
    if (rare || last === undefined || last.rare) runs.push({ words: character, rare });
    else last.words += character;
  }
  return runs;
}

async function drawRare(character: string): Promise<Dots> {
  const bits = await drawDotGlyph(character, dotLineHeight);
  return bits === null ? drawRun(character) : { bits, width: dotLineHeight, height: dotLineHeight };
}

function beside(runs: readonly Dots[]): Dots {
  const [only] = runs;
  if (only !== undefined && runs.length === 1) return only;
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  const bits = new Uint8Array(width * dotLineHeight);
  let left = 0;
  for (const run of runs) {
    for (let y = 0; y < dotLineHeight; y += 1)
      bits.set(run.bits.subarray(y * run.width, (y + 1) * run.width), y * width + left);
    left += run.width;
  }
  return { bits, width, height: dotLineHeight };
}

/**
 * The renderer crops to the ink; full blocks before and after the words keep every line on the grid and are cut
 * off again.
 */
async function drawRun(words: string): Promise<Dots> {
  const font = fontPath('unifont');
  await stat(font);
  const sharp = await loadSharp();
  const { data, info } = await sharp({
    text: { text: `█${escapePango(words)}█`, font: 'UnifontExMono 16', fontfile: font, dpi: 72 },
  })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.height !== dotLineHeight)
    throw new Error(`a line came out ${info.height} dots high: the strip font was not used`);
  const width = info.width - 2 * bracketWidth;
  const bits = new Uint8Array(width * dotLineHeight);
  for (let y = 0; y < dotLineHeight; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = data[(y * info.width + x + bracketWidth) * info.channels] ?? 0;
      bits[y * width + x] = value >= lit ? 255 : 0;
    }
  }
  return { bits, width, height: dotLineHeight };
}

/** As a 1-bit PNG, lit dots white. */
export async function dotsToPng({ bits, width, height }: Dots): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(bits, { raw: { width, height, channels: 1 } })
    .png({ palette: true, colours: 2, dither: 0, compressionLevel: 9 })
    .toBuffer();
}

const escapePango = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

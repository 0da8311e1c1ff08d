import { stat } from 'node:fs/promises';
import { fontPath } from '../fonts/font.files.ts';
import { loadSharp } from '../sharp.loader.ts';

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
 * One line of words in Unifont on its own grid of dots, no grey. The renderer crops to the ink; full blocks
 * before and after the words keep every line on the grid and are cut off again.
 */
export async function drawDotLine(words: string): Promise<Dots> {
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

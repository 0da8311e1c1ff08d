import { stat } from 'node:fs/promises';
import type { Sharp, SharpOptions } from 'sharp';
import { fontPath } from '../fonts/font.files.ts';
import { loadSharp } from '../sharp.loader.ts';

/**
 * `width` and `height` in dots. `cell` is the height of a line and the width of a full-width character: 16,
 * or a multiple of it.
 */
export interface StripOptions {
  readonly width: number;
  readonly height: number;
  readonly cell: number;
}

type Draw = (options: SharpOptions) => Sharp;
interface Dots {
  readonly bits: Uint8Array;
  readonly width: number;
}

const glyphHeight = 16;
const bracketWidth = 8;
const lit = 128;

/**
 * One page of a one-colour LED strip as a 1-bit PNG, lit dots white: Unifont on its own 16-dot grid, no grey,
 * lines from the left, the block in the middle.
 * What does not fit is an error of whoever broke the lines.
 * @throws RangeError when there are more lines than rows, or a line is too wide
 */
export async function renderStripPage(
  lines: readonly string[],
  { width, height, cell }: StripOptions,
): Promise<Uint8Array> {
  const scale = cell / glyphHeight;
  if (!Number.isInteger(scale) || scale < 1)
    throw new RangeError(`a cell of ${cell} dots is no multiple of ${glyphHeight}`);
  if (lines.length * cell > height) throw new RangeError(`${lines.length} lines do not fit ${height} dots`);
  const sharp = await loadSharp();
  const font = fontPath('unifont');
  await stat(font);
  const dots = new Uint8Array(width * height);
  const top = Math.floor((height - lines.length * cell) / 2);
  for (const [row, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const drawn = await drawLine(sharp, line, font);
    if (drawn.width * scale > width)
      throw new RangeError(`"${line}" is ${drawn.width * scale} dots wide, the strip has ${width}`);
    for (let y = 0; y < cell; y += 1) {
      for (let x = 0; x < drawn.width * scale; x += 1) {
        const from = Math.floor(y / scale) * drawn.width + Math.floor(x / scale);
        dots[(top + row * cell + y) * width + x] = drawn.bits[from] ?? 0;
      }
    }
  }
  return sharp(dots, { raw: { width, height, channels: 1 } })
    .png({ palette: true, colours: 2, dither: 0, compressionLevel: 9 })
    .toBuffer();
}

/**
 * The renderer crops to the ink; full blocks before and after the words keep every line on the grid and are
 * cut off again.
 */
async function drawLine(sharp: Draw, line: string, fontfile: string): Promise<Dots> {
  const { data, info } = await sharp({
    text: { text: `█${escapePango(line)}█`, font: 'UnifontExMono 16', fontfile, dpi: 72 },
  })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.height !== glyphHeight)
    throw new Error(`a line came out ${info.height} dots high: the strip font was not used`);
  const width = info.width - 2 * bracketWidth;
  const bits = new Uint8Array(width * glyphHeight);
  for (let y = 0; y < glyphHeight; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = data[(y * info.width + x + bracketWidth) * info.channels] ?? 0;
      bits[y * width + x] = value >= lit ? 255 : 0;
    }
  }
  return { bits, width };
}

const escapePango = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

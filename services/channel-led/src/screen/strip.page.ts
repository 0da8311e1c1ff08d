import { dotLineHeight, dotsToPng, drawDotLine, type Dots } from '@towncrier/media';

/**
 * `width` and `height` in dots. `cell` is the height of a line and the width of a full-width character: 16,
 * or a multiple of it.
 */
export interface StripOptions {
  readonly width: number;
  readonly height: number;
  readonly cell: number;
  /** Lines are spread over the height; else they stand close together in the middle. */
  readonly spread?: boolean;
}

/**
 * One page of a one-colour LED strip as a 1-bit PNG, lit dots white: lines from the left. What does not fit is an error of whoever broke the lines.
 * @throws RangeError when there are more lines than rows, or a line is too wide
 */
export async function renderStripPage(
  lines: readonly string[],
  { width, height, cell, spread = false }: StripOptions,
): Promise<Uint8Array> {
  const scale = cell / dotLineHeight;
  if (!Number.isInteger(scale) || scale < 1)
    throw new RangeError(`a cell of ${cell} dots is no multiple of ${dotLineHeight}`);
  if (lines.length * cell > height) throw new RangeError(`${lines.length} lines do not fit ${height} dots`);
  const strip: Dots = { bits: new Uint8Array(width * height), width, height };
  const free = height - lines.length * cell;
  const topOf = (row: number): number =>
    Math.floor(spread ? (free * (row + 0.5)) / lines.length : free / 2) + row * cell;
  for (const [row, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const drawn = await drawDotLine(line);
    if (drawn.width * scale > width)
      throw new RangeError(`"${line}" is ${drawn.width * scale} dots wide, the strip has ${width}`);
    stamp(strip, drawn, topOf(row), scale);
  }
  return dotsToPng(strip);
}

/** Puts a line onto the strip at its left edge, `from` dots down, every dot `scale` dots large. */
function stamp(strip: Dots, line: Dots, from: number, scale: number): void {
  for (let y = 0; y < line.height * scale; y += 1) {
    for (let x = 0; x < line.width * scale; x += 1) {
      const dot = Math.floor(y / scale) * line.width + Math.floor(x / scale);
      strip.bits[(from + y) * strip.width + x] = line.bits[dot] ?? 0;
    }
  }
}

import { fontChains } from '../fonts/font.chains.ts';
import type { FontName } from '../fonts/font.files.ts';
import { face } from '../fonts/missing.glyphs.ts';
import { loadSharp } from '../sharp.loader.ts';

/** Of the square of a character, in thousandths: what stands above the base line (OpenType `ideo`). */
const above = 880;
const square = 1000;
/** How much of a dot must be inked (0–255) to be lit: the lighter the strokes, the less. */
const inkedOf = (name: FontName): number => (name === 'noto-sans-sc-light' ? 80 : 120);

/**
 * A full-width character that the font of dots lacks, drawn from an outline: `side` × `side` dots, row by row,
 * 255 lit. Null when no font of strips has it.
 */
export async function drawDotGlyph(character: string, side: number): Promise<Uint8Array | null> {
  const codePoint = character.codePointAt(0) ?? 0;
  const name = fontChains.strip.find(
    (candidate) => candidate !== 'unifont' && face(candidate).hasGlyphForCodePoint(codePoint),
  );
  if (name === undefined) return null;
  const font = face(name);
  const scale = square / font.unitsPerEm;
  const outline = font.glyphForCodePoint(codePoint).path.toSVG();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"
    viewBox="0 0 ${square} ${square}">
    <path fill="#fff" transform="translate(0 ${above}) scale(${scale} -${scale})" d="${outline}"/>
  </svg>`;
  const sharp = await loadSharp();
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: '#000' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Uint8Array.from({ length: side * side }, (_, i) =>
    (data[i * info.channels] ?? 0) >= inkedOf(name) ? 255 : 0,
  );
}

import { blockLines, inlineText, tablePlaces, type BlockOf } from '@towncrier/content';
import {
  columnWeights,
  fontChains,
  loadTypesetter,
  missingGlyphs,
  pdfPictures,
  typstDrawnCell,
  typstFonts,
} from '@towncrier/media';
import { uploadLimit } from '../wechat.image.ts';

/** Points of the page, and pixels of the picture: what the widest telephone shows, so that it can be enlarged. */
const width = 1080;
/** Where it would be too large to be uploaded. */
const narrower = [width, 800, 600] as const;
/** Of the letters, by how many full-width characters a row has: small ones are enlarged by the reader. */
const sizes = [
  { upTo: 34, size: 30 },
  { upTo: 44, size: 24 },
  { upTo: 60, size: 19 },
] as const;
const smallest = 15;

const template = String.raw`
#let d = json("data.json")
${typstDrawnCell}#set document(title: d.title)
#set page(width: d.width * 1pt, height: auto, margin: 16pt, fill: white)
#set text(font: ${typstFonts.sans}, weight: 500, size: d.size * 1pt, lang: "zh", region: "cn", fallback: false)
#set par(leading: 0.5em)
#if d.caption != none { align(center, block(below: 0.7em, text(weight: 700, d.caption))) }
#table(
  columns: d.weights.map(w => w * 1fr),
  stroke: 1pt + rgb("#8a8f98"),
  inset: 0.4em,
  align: center + horizon,
  ..d.cells.map(drawn-cell),
)
`;

/**
 * A table drawn on white, which no telephone turns dark, as a PNG. Same table, same bytes.
 * @returns null where no font of ours has a character of it, or it is too large for any picture
 */
export async function tablePicture(table: BlockOf<'table'>): Promise<Uint8Array | null> {
  if (missingGlyphs(blockLines(table).join(''), ...fontChains.screen).length > 0) return null;
  const { columns, cells } = tablePlaces(table);
  const placed = cells.map(({ cell, ...place }) => ({
    ...place,
    header: cell.type === 'tableHeader',
    words: inlineText(cell.content),
  }));
  const weights = columnWeights(columns, placed);
  const asked = weights.reduce((sum, one) => sum + one + 1, 0);
  const size = sizes.find(({ upTo }) => asked <= upTo)?.size ?? smallest;
  const caption = table.attrs?.caption ?? null;
  const data = { width, size, weights, cells: placed, caption, title: caption ?? '表格' };
  const typeset = await loadTypesetter();
  const pdf = typeset({ template, data }).pdf(0);
  for (const wide of narrower) {
    const [png] = await pdfPictures(pdf, wide);
    if (png !== undefined && png.length < uploadLimit) return png;
  }
  return null;
}

import {
  balanceTitle,
  drawingToJpeg,
  loadTypesetter,
  typstFonts,
  wideLength,
  type PictureSize,
} from '@towncrier/media';

export interface Cover {
  readonly title: string;
  readonly issuer?: string;
  /** Ground and words (sRGB); the red of the house where absent. */
  readonly colours?: { readonly paper: string; readonly ink: string };
}
/** The 2.35:1 of a cover. */
const usual: PictureSize = { width: 900, height: 383 };

const smallest = 32;
const sizes = [76, 64, 54, 46, 38, smallest] as const;
const template = String.raw`
#let d = json("data.json")
#set page(width: d.width * 1pt, height: d.height * 1pt, margin: (x: 64pt, y: 48pt), fill: rgb(d.paper),
  background: place(bottom + left, rect(width: 100%, height: 14pt, fill: rgb("#ffcf5c"))))
#set text(
  font: ${typstFonts.sans},
  weight: 700,
  fill: if d.ink == none { white } else { rgb(d.ink) },
  lang: "zh",
  region: "cn",
  cjk-latin-spacing: none,
  fallback: false,
)
#set par(leading: 0.5em)
#align(left + horizon, {
  text(size: d.size * 1pt, d.lines.map(l => text(l)).join(linebreak()))
  if d.issuer != none { block(above: 28pt, text(size: 28pt, weight: 500, d.issuer)) }
})
`;

/**
 * A cover made of the title alone on a plain ground, as JPEG: nobody's picture, nobody's licence. Same title
 * and colours, same bytes.
 */
export async function coverImage(
  { title, issuer, colours }: Cover,
  { width, height }: PictureSize = usual,
): Promise<Uint8Array> {
  const room = width - 128;
  const size = sizeOf(wideLength(title), room, height, issuer === undefined ? 3 : 2);
  const lines = balanceTitle(title, Math.floor(room / size));
  const typeset = await loadTypesetter();
  const { paper, ink } = colours ?? { paper: '#b0171f', ink: null };
  const data = { width, height, size, lines, issuer: issuer ?? null, paper, ink };
  return drawingToJpeg(typeset({ template, data }).svg(), { width, height });
}

/** The largest size in which a title of this length (full-width characters) fits into so many rows. */
function sizeOf(length: number, room: number, height: number, rows: number): number {
  const fits = (size: number): boolean =>
    length * size <= room * rows * 0.9 &&
    Math.ceil((length * size) / (room * 0.9)) * size * 1.5 < height - 96;
  return sizes.find(fits) ?? smallest;
}

import { loadSharp } from '../sharp.loader.ts';
import { balanceTitle, wideLength } from '../title.lines.ts';
import { loadTypesetter } from '../typesetter.ts';

export interface Cover {
  readonly title: string;
  readonly issuer?: string;
}
/** Pixels; the default has the 2.35:1 of a WeChat cover. */
export interface CoverSize {
  readonly width: number;
  readonly height: number;
}

const sizes = [76, 64, 54, 46, 38, 32] as const;
const template = String.raw`
#let d = json("data.json")
#set page(width: d.width * 1pt, height: d.height * 1pt, margin: (x: 64pt, y: 48pt), fill: rgb("#b0171f"),
  background: place(bottom + left, rect(width: 100%, height: 14pt, fill: rgb("#ffcf5c"))))
#set text(font: ("Noto Sans SC", "UnifontExMono"), weight: 700, fill: white, lang: "zh", region: "cn", cjk-latin-spacing: none, fallback: false)
#set par(leading: 0.5em)
#align(left + horizon, {
  text(size: d.size * 1pt, d.lines.map(l => text(l)).join(linebreak()))
  if d.issuer != none { block(above: 28pt, text(size: 28pt, weight: 500, d.issuer)) }
})
`;

/**
 * A cover made of the title alone on a plain ground, as JPEG: nobody's picture, nobody's licence. Same title,
 * same bytes.
 */
export async function coverImage(
  { title, issuer }: Cover,
  { width, height }: CoverSize = { width: 900, height: 383 },
): Promise<Uint8Array> {
  const room = width - 128;
  const rows = issuer === undefined ? 3 : 2;
  const size =
    sizes.find(
      (s) =>
        wideLength(title) * s <= room * rows * 0.9 &&
        Math.ceil((wideLength(title) * s) / (room * 0.9)) * s * 1.5 < height - 96,
    ) ?? (sizes.at(-1) as number);
  const typeset = await loadTypesetter();
  const svg = Buffer.from(
    typeset({
      template,
      data: {
        width,
        height,
        size,
        lines: balanceTitle(title, Math.floor(room / size)),
        issuer: issuer ?? null,
      },
    }).svg(),
  );
  const sharp = await loadSharp();
  return sharp(svg, { density: 72 })
    .resize(width, height, { fit: 'fill' })
    .flatten()
    .jpeg({ quality: 90 })
    .toBuffer();
}

import { loadSharp } from '../sharp.loader.ts';

/** Pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * What the typesetter drew, as a PNG that fills exactly this size; a point of the drawing is a pixel.
 * @param compressionLevel 0–9 of zlib
 */
export async function drawingToPng(
  svg: string,
  { width, height }: PictureSize,
  compressionLevel = 9,
): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(Buffer.from(svg), { density: 72 })
    .resize(width, height, { fit: 'fill' })
    .removeAlpha()
    .png({ compressionLevel })
    .toBuffer();
}

/** As `drawingToPng`, but a JPEG. */
export async function drawingToJpeg(svg: string, { width, height }: PictureSize): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(Buffer.from(svg), { density: 72 })
    .resize(width, height, { fit: 'fill' })
    .flatten()
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Of what was typeset; a point is a pixel. @throws Error for what the typesetter did not draw */
export function drawingSize(svg: string): PictureSize {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) throw new Error('a drawing that does not say its size');
  return { width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) };
}

import { loadSharp } from '../sharp.loader.ts';

/** Pixels of width that are compared: enough to tell one page of words from another. */
const widest = 200;
/** Heights may differ by this share: a platform that makes a picture smaller rounds. */
const slack = 0.02;
/**
 * Of 255: what packing a JPEG again and making it smaller change in a band stays below 5 (measured with a page of
 * 18,000 px), other words change 28 and more.
 */
const noise = 14;

/**
 * Whether one picture is a copy of the other, packed anew or made smaller as platforms do, all of it: no band of it
 * shows something else. Not whether every letter is the same.
 */
export async function looksAlike(one: Uint8Array, other: Uint8Array): Promise<boolean> {
  const sharp = await loadSharp();
  const [a, b] = [await sharp(one).metadata(), await sharp(other).metadata()];
  const width = Math.max(1, Math.min(widest, Math.floor(Math.min(a.width, b.width) / 2)));
  const height = Math.max(1, Math.round((a.height / a.width) * width));
  if (Math.abs((b.height / b.width) * width - height) > Math.max(1, height * slack)) return false;
  const grey = (bytes: Uint8Array): Promise<Buffer> =>
    sharp(bytes)
      .flatten({ background: '#ffffff' })
      // a JPEG is not made smaller while it is read: that moves lines
      .resize(width, height, { fit: 'fill', fastShrinkOnLoad: false })
      .greyscale()
      .raw()
      .toBuffer();
  const [left, right] = [await grey(one), await grey(other)];
  for (let start = 0; start < left.length; start += width * width) {
    const band = left.subarray(start, start + width * width);
    const apart = band.reduce((sum, dot, n) => sum + Math.abs(dot - (right[start + n] ?? 0)), 0);
    if (apart / band.length > noise) return false;
  }
  return true;
}

/** The picture as a JPEG of this quality (1 to 100), as platforms keep what they are given. */
export async function packedAnew(bytes: Uint8Array, quality: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(bytes).flatten({ background: '#ffffff' }).jpeg({ quality }).toBuffer();
}

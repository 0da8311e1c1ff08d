import { describe, expect, it } from 'vitest';
import { loadSharp } from '../sharp.loader.ts';
import { cleanImage } from './clean.image.ts';
import { drawingToJpeg, drawingToPng } from './drawing.ts';
import { imageSides } from './image.sides.ts';
import { sniffImage } from './sniff.image.ts';
import { shrinkImage } from './small.image.ts';

/** Noise: hardly compressible, as a night photo. */
async function photo(side: number): Promise<Buffer> {
  const noise = Buffer.alloc(side * side * 3);
  let seed = 7;
  for (let i = 0; i < noise.length; i += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    noise[i] = seed >> 16;
  }
  const sharp = await loadSharp();
  return sharp(noise, { raw: { width: side, height: side, channels: 3 } })
    .withExif({ IFD0: { Copyright: 'a secret place' } })
    .jpeg({ quality: 100 })
    .toBuffer();
}

const limit = {
  under: 200_000,
  attempts: [
    { side: 700, quality: 80 },
    { side: 300, quality: 60 },
  ],
};

describe('an image made smaller', { timeout: 30_000 }, () => {
  it('is under the limit, at the first attempt that suits, and says nothing about where it was taken', async () => {
    const original = await photo(800);
    expect(original.includes('a secret place')).toBe(true);
    const image = await shrinkImage(original, limit);
    expect(image.length).toBeLessThan(limit.under);
    expect(await (await loadSharp())(image).metadata()).toMatchObject({ format: 'jpeg', width: 300 });
    expect((await (await loadSharp())(image).metadata()).exif).toBeUndefined();
    await expect(shrinkImage(original, { ...limit, under: 1000 })).rejects.toThrow('smaller than 0.001 MB');
  });

  it('keeps a drawing a PNG', async () => {
    const drawing = await (
      await loadSharp()
    )({ create: { width: 300, height: 200, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(sniffImage(await shrinkImage(drawing, limit))).toBe('image/png');
  });

  it('refuses what is no image', async () => {
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    await expect(shrinkImage(drawing, limit)).rejects.toThrow(/no PNG/);
  });
});

describe('what was drawn', { timeout: 30_000 }, () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="10" fill="#b00"/></svg>';
  const facts = async (bytes: Uint8Array) => (await loadSharp())(bytes).metadata();
  const size = { width: 400, height: 300 };

  it('fills a picture of any size', async () => {
    expect(await facts(await drawingToPng(svg, size))).toMatchObject({ format: 'png', ...size });
    expect(await facts(await drawingToJpeg(svg, size))).toMatchObject({ format: 'jpeg', ...size });
  });
});

describe('sniffing', { timeout: 30_000 }, () => {
  it('goes by the bytes and not by what somebody says', () => {
    expect(sniffImage(Buffer.from('GIF89a'))).toBe('image/gif');
    expect(sniffImage(Buffer.from('<html>'))).toBeNull();
    expect(sniffImage(new Uint8Array())).toBeNull();
  });
});

describe('a picture that is kept', () => {
  it('is drawn anew: what was hidden in it is gone, what it shows is not', async () => {
    const sharp = await loadSharp();
    const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#c00' } })
      .withExif({ IFD0: { Copyright: 'where I live' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { bytes, type } = await cleanImage(photo);
    const seen = await sharp(bytes).metadata();
    expect([type, seen.exif, seen.width, seen.height]).toEqual(['image/jpeg', undefined, 20, 40]);
  });

  it('is none when it is damaged', async () => {
    await expect(cleanImage(new Uint8Array([0xff, 0xd8, 0xff, 0x00]))).rejects.toThrow();
    await expect(cleanImage(new TextEncoder().encode('<svg/>'))).rejects.toThrow(/no PNG/);
  });
});

it('the sides of a picture are those that are seen', async () => {
  const sharp = await loadSharp();
  const lying = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#c00' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(await imageSides(lying)).toEqual({ width: 20, height: 40 });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadSharp } from '../sharp.loader.ts';
import { cleanImage } from './clean.image.ts';
import { coverImage } from './cover.image.ts';
import { sniffImage } from './sniff.image.ts';
import { toWechatImage } from './wechat.image.ts';

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
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

describe('an image for WeChat', { timeout: 30_000 }, () => {
  it('is under 1 MB and says nothing about where it was taken', async () => {
    const original = await photo(800);
    expect(original.includes('a secret place')).toBe(true);
    const image = await toWechatImage(original);
    expect(image.length).toBeLessThan(1_000_000);
    expect(sniffImage(image)).toBe('image/jpeg');
    expect((await (await loadSharp())(image).metadata()).exif).toBeUndefined();
  });

  it('keeps a drawing a PNG', async () => {
    const drawing = await (
      await loadSharp()
    )({ create: { width: 300, height: 200, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(sniffImage(await toWechatImage(drawing))).toBe('image/png');
  });

  it('refuses what is no image', async () => {
    await expect(toWechatImage(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).rejects.toThrow(
      /no PNG/,
    );
  });
});

describe('a cover', { timeout: 30_000 }, () => {
  it('has the size asked for and the same bytes every time', async () => {
    const title = '开远市人民政府办公室关于印发开远市开展基层政务公开标准化规范化试点工作方案的通知';
    const [one, two] = [await coverImage({ title }), await coverImage({ title })];
    expect(sha(one)).toBe(sha(two));
    expect(await (await loadSharp())(one).metadata()).toMatchObject({
      width: 900,
      height: 383,
      format: 'jpeg',
    });
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

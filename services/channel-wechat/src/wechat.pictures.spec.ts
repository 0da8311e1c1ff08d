import { crc32, deflateSync } from 'node:zlib';
import { hashBytes } from '@towncrier/content';
import { drawingToPng, sniffImage } from '@towncrier/media';
import { describe, expect, it } from 'vitest';
import { coverImage } from './wechat.cover.ts';
import { toWechatImage } from './wechat.image.ts';

describe('a cover', { timeout: 30_000 }, () => {
  const title = '开远市人民政府办公室关于印发开远市开展基层政务公开标准化规范化试点工作方案的通知';

  it('is a JPEG of the title alone, the same bytes every time', async () => {
    const cover = await coverImage({ title });
    expect(sniffImage(cover)).toBe('image/jpeg');
    expect(hashBytes(await coverImage({ title }))).toBe(hashBytes(cover));
    expect(hashBytes(await coverImage({ title, issuer: '开远市人民政府办公室' }))).not.toBe(hashBytes(cover));
  });

  it('takes a title of any length', async () => {
    for (const length of [1, 20, 60, 200])
      expect(sniffImage(await coverImage({ title: '长'.repeat(length) }))).toBe('image/jpeg');
  });
});

describe('a picture in an article', { timeout: 30_000 }, () => {
  it('is under 1 MB however large it was handed in, and refused when it is none', async () => {
    const original = noise(1200);
    expect(original.length).toBeGreaterThan(4_000_000);
    const picture = await toWechatImage(original);
    expect(picture.length).toBeLessThan(1_000_000);
    expect(sniffImage(picture)).toBe('image/jpeg');
    await expect(toWechatImage(Buffer.from('no picture'))).rejects.toThrow(/no PNG/);
  });

  it('stays a PNG where it is a drawing', async () => {
    const drawing = await drawingToPng('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', {
      width: 300,
      height: 200,
    });
    expect(sniffImage(await toWechatImage(drawing))).toBe('image/png');
  });
});

/** A PNG of `side` × `side` pixels that hardly compresses, as a night photo. */
function noise(side: number): Uint8Array {
  let seed = 7;
  const raw = Buffer.alloc(side * (1 + side * 3));
  for (let i = 0; i < raw.length; i += 1) {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    raw[i] = i % (1 + side * 3) === 0 ? 0 : seed & 0xff;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

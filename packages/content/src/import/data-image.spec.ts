import { describe, expect, it } from 'vitest';
import { hashBytes } from '../hash.ts';
import { allImageBytes, imageBytes, pictureType, PictureAlbum } from './data-image.ts';

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const picture = (bytes: number, seed = 0): Buffer =>
  Buffer.concat([Buffer.from(png), Buffer.alloc(bytes - png.length, seed)]);
const url = (bytes: Buffer, type = 'image/png'): string => `data:${type};base64,${bytes.toString('base64')}`;

describe('a picture', () => {
  it.each([
    [Buffer.from(png), 'image/png'],
    [Buffer.from(png.slice(0, 7)), null],
    [Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'],
    [Buffer.from([0xff, 0xd8, 0x00]), null],
    [Buffer.from([0xff, 0x00, 0xff]), null],
    [Buffer.from('GIF87a'), 'image/gif'],
    [Buffer.from('GIF89a'), 'image/gif'],
    [Buffer.from('GIF88a'), null],
    [Buffer.from('RIFF0000WEBP'), 'image/webp'],
    [Buffer.from('RIFF0000WAVE'), null],
    [Buffer.from('XXXX0000WEBP'), null],
    [Buffer.from(''), null],
  ])('%o is what its first bytes say: %s', (bytes, type) => {
    expect(pictureType(bytes)).toBe(type);
  });

  it('is kept under the hash of its bytes, once', () => {
    const album = new PictureAlbum();
    const bytes = picture(100);
    expect(album.take(url(bytes))).toBe(hashBytes(bytes));
    expect(album.take(`  ${url(bytes, 'image/jpeg;charset=x')}`)).toBe(hashBytes(bytes));
    expect(album.media).toEqual([
      { id: hashBytes(bytes), mediaType: 'image/png', bytes: 100, data: bytes.toString('base64') },
    ]);
    expect(album.findings).toEqual([]);
  });

  it('may have its address escaped', () => {
    const album = new PictureAlbum();
    const bytes = picture(99, 0xfb);
    expect(
      album.take(url(bytes).replaceAll('+', '%2B').replaceAll('/', '%2f').replace('image%2f', 'image/')),
    ).toBe(hashBytes(bytes));
  });

  it.each([
    ['https://x.cn/a.png', '只是外部网址'],
    [' HTTP://x.cn/a.png', '只是外部网址'],
    ['', '没有内容或来源不可用'],
    ['cid:1', '没有内容或来源不可用'],
    ['data:image/png,abc', '没有内容或来源不可用'],
    ['data:text/plain;base64,AAAA', '没有内容或来源不可用'],
    ['data:image/png;base64,AAAA', '不是 PNG、JPEG、WebP 或 GIF'],
    [url(picture(imageBytes.max + 1)), '超过 256 KB'],
    [`data:image/png;base64,${'A'.repeat(imageBytes.max * 2 + 1)}`, '超过 256 KB'],
  ])('%.40s is not carried, with a word about it', (src, words) => {
    const album = new PictureAlbum();
    expect(album.take(src)).toBeNull();
    expect(album.take(src)).toBeNull();
    expect(album.findings).toMatchObject([
      { field: 'body', message: expect.stringContaining(words) as string },
    ]);
    expect(album.findings[0]?.remedy).not.toBe('');
    expect(album.media).toEqual([]);
  });

  it('is carried up to its limit, all of them up to theirs, fifty at most', () => {
    const album = new PictureAlbum();
    expect(album.take(url(picture(imageBytes.max, 1)))).not.toBeNull();
    expect(album.take(url(picture(allImageBytes.max - imageBytes.max, 2)))).not.toBeNull();
    expect(album.take(url(picture(9, 3)))).toBeNull();
    expect(album.findings[0]?.message).toContain('合计');
    const many = new PictureAlbum();
    const taken = Array.from({ length: 51 }, (_, i) => many.take(url(picture(10 + i))));
    expect(taken.filter((id) => id === null)).toHaveLength(1);
    expect(many.take(url(picture(10)))).not.toBeNull();
  });
});

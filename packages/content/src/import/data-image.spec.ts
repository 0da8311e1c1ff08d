import { describe, expect, it } from 'vitest';
import { hashBytes } from '../hash.ts';
import { LossList } from './losses/loss.list.ts';
import { imageBytes, pictureType, PictureAlbum } from './data-image.ts';

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
    [Buffer.from([0x00, 0xd8, 0xff]), null],
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
    const losses = new LossList();
    const album = new PictureAlbum(losses);
    const bytes = picture(100);
    expect(album.take(url(bytes))).toBe(hashBytes(bytes));
    expect(album.take(`  ${url(bytes, 'image/jpeg;charset=x')}`)).toBe(hashBytes(bytes));
    expect(album.media).toEqual([
      { id: hashBytes(bytes), mediaType: 'image/png', bytes: 100, data: bytes.toString('base64') },
    ]);
    expect(losses.all).toEqual([]);
  });

  it('may have its address escaped', () => {
    const album = new PictureAlbum(new LossList());
    const bytes = picture(99, 0xfb);
    expect(
      album.take(url(bytes).replaceAll('+', '%2B').replaceAll('/', '%2f').replace('image%2f', 'image/')),
    ).toBe(hashBytes(bytes));
  });

  it('may have its bytes written over several lines', () => {
    const bytes = picture(99);
    const album = new PictureAlbum(new LossList());
    expect(album.take(url(bytes).replace(/(.{60})/g, '$1\n'))).toBe(hashBytes(bytes));
  });

  it('is told with the address that it has elsewhere, and with nothing where it has none', () => {
    const losses = new LossList();
    const album = new PictureAlbum(losses);
    album.take('https://x.cn/a.png');
    album.take('cid:1');
    expect(losses.all).toStrictEqual([
      { kind: 'remote-picture', where: '第1张图片', count: 1, excerpt: 'https://x.cn/a.png' },
      { kind: 'picture', where: '第2张图片', count: 1 },
    ]);
  });

  it.each([
    ['https://x.cn/a.png', 'remote-picture'],
    [' HTTP://x.cn/a.png', 'remote-picture'],
    ['', 'picture'],
    ['cid:1', 'picture'],
    ['cid:https://x.cn/a.png', 'picture'],
    [`x media:${'a'.repeat(64)}`, 'picture'],
    [`media:${'a'.repeat(65)}`, 'picture'],
    [`x ${url(picture(20))}`, 'picture'],
    ['data:image/png,abc', 'picture'],
    ['data:text/plain;base64,AAAA', 'picture'],
    ['data:image/png;base64,AAAA', 'picture'],
    [url(picture(imageBytes.max + 1)), 'large-picture'],
    [`data:image/png;base64,${'A'.repeat(imageBytes.max * 2 + 1)}`, 'large-picture'],
  ])('%.40s is not carried, and is a loss each time', (src, kind) => {
    const losses = new LossList();
    const album = new PictureAlbum(losses);
    expect(album.take(src)).toBeNull();
    expect(album.take(src)).toBeNull();
    expect(losses.all).toMatchObject([
      { kind, where: '第1张图片' },
      { kind, where: '第2张图片' },
    ]);
    expect(album.media).toEqual([]);
  });

  it('is carried up to its limit, and fifty at most', () => {
    const losses = new LossList();
    const album = new PictureAlbum(losses);
    expect(album.take(url(picture(imageBytes.max)))).not.toBeNull();
    expect(losses.all).toEqual([]);
    const taken = Array.from({ length: 50 }, (_, i) => album.take(url(picture(10 + i))));
    expect(taken.filter((id) => id === null)).toHaveLength(1);
    expect(losses.all).toMatchObject([{ kind: 'large-picture', where: '第51张图片' }]);
    expect(album.take(url(picture(10)))).not.toBeNull();
  });

  it('that was kept before is named, and one that was not is a loss', () => {
    const losses = new LossList();
    const media = { id: 'a'.repeat(64), mediaType: 'image/jpeg' as const, bytes: 7 };
    const album = new PictureAlbum(losses, new Map([[media.id, media]]));
    expect(album.take(` media:${media.id} `)).toBe(media.id);
    expect(album.take(`media:${'b'.repeat(64)}`)).toBeNull();
    expect(album.media).toEqual([media]);
    expect(losses.all).toMatchObject([{ kind: 'picture', where: '第2张图片' }]);
  });

  it('that was kept before is named by its id and nothing else', () => {
    const media = { id: 'a'.repeat(64), mediaType: 'image/jpeg' as const, bytes: 7 };
    const album = new PictureAlbum(new LossList(), new Map([[media.id, media]]));
    for (const src of [`x media:${media.id}`, `media:${media.id}a`, `media:${media.id} x`])
      expect(album.take(src)).toBeNull();
    expect(album.media).toEqual([]);
  });
});

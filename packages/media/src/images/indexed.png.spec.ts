import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { indexedPng, type Pixels } from './indexed.png.ts';

const size = { width: 64, height: 48 };
function pixels(colour: (x: number, y: number) => readonly [number, number, number]): Pixels {
  const data = new Uint8Array(size.width * size.height * 4);
  for (let y = 0; y < size.height; y += 1)
    for (let x = 0; x < size.width; x += 1) data.set([...colour(x, y), 255], (y * size.width + x) * 4);
  return { ...size, data };
}
/** The farthest that a part of a colour is from what it was. */
async function farthest(from: Pixels): Promise<number> {
  const { data, info } = await sharp(indexedPng(from))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ ...size, channels: 3 });
  const away = Array.from(data, (value, i) =>
    Math.abs(value - (from.data[Math.floor(i / 3) * 4 + (i % 3)] ?? 0)),
  );
  return Math.max(...away);
}

describe('a picture of few colours', () => {
  it('keeps the colours of print: black on white, a red band', async () => {
    const print = pixels((x, y) => (y < 8 ? [0xb0, 0x17, 0x1f] : x % 3 === 0 ? [0, 0, 0] : [255, 255, 255]));
    expect(await farthest(print)).toBe(0);
  });

  it('keeps shades nearly, and more colours than there is room for roughly', async () => {
    expect(await farthest(pixels((x) => [x * 4, x * 4, x * 4]))).toBeLessThanOrEqual(8);
    expect(await farthest(pixels((x, y) => [x * 4, y * 5, 255 - x * 2]))).toBeLessThanOrEqual(64);
  });

  it('is the same bytes every time', () => {
    const shades = pixels((x, y) => [x * 4, y * 5, 7]);
    expect(indexedPng(shades)).toEqual(indexedPng(shades));
  });
});

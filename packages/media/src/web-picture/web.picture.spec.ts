import { crc32 } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { useOffice } from '../office/machine.office.ts';
import { loadSharp } from '../sharp.loader.ts';
import { drawingTwin, hasOffice } from '../testing/office.twin.ts';
import { bmp, emf } from '../testing/old.pictures.ts';
import { webPicture, type NoPicture, type WebPicture } from './web.picture.ts';

const seen = async (made: WebPicture | NoPicture) => {
  if (typeof made === 'string') throw new Error(made);
  const sharp = await loadSharp();
  const { data, info } = await sharp(made.bytes)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): readonly number[] => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ];
  return { width: info.width, height: info.height, at };
};
/** A picture of 40 × 20: red left, blue right. */
async function halves() {
  const sharp = await loadSharp();
  const blue = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#0000ff' } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 40, height: 20, channels: 3, background: '#ff0000' } }).composite([
    { input: blue, left: 20, top: 0 },
  ]);
}
const near = (colour: readonly number[], wanted: readonly number[]): boolean =>
  colour.every((value, i) => Math.abs(value - (wanted[i] ?? 0)) < 40);

describe('a picture for the web', { timeout: 30_000 }, () => {
  it.each(['tiff', 'avif', 'webp', 'gif', 'png', 'jpeg'] as const)('is made of %s', async (format) => {
    const bytes = await (await halves()).toFormat(format).toBuffer();
    const made = await webPicture(bytes);
    expect(made).toMatchObject({ width: 40, height: 20, pages: 1 });
    const { at } = await seen(made);
    expect([near(at(5, 5), [255, 0, 0]), near(at(35, 5), [0, 0, 255])]).toEqual([true, true]);
  });

  it('is made of a TIFF in CMYK, as a printer has it, in the colours of screens', async () => {
    const bytes = await (await halves()).toColourspace('cmyk').tiff().toBuffer();
    expect(await (await loadSharp())(bytes).metadata()).toMatchObject({ space: 'cmyk' });
    const made = await webPicture(bytes);
    const { at } = await seen(made);
    const [red = 0, , blue = 0] = at(5, 5);
    expect(red - blue).toBeGreaterThan(100);
  });

  it.each(['tiff', 'gif', 'webp'] as const)(
    'says how many pages a %s has, and is the first',
    async (format) => {
      const sharp = await loadSharp();
      const pages = await Promise.all(
        ['#f00', '#00f', '#0f0'].map((background) =>
          sharp({ create: { width: 8, height: 8, channels: 3, background } })
            .png()
            .toBuffer(),
        ),
      );
      const bytes = await sharp(pages, { join: { animated: true } })
        .toFormat(format)
        .toBuffer();
      const made = await webPicture(bytes);
      expect(made).toMatchObject({ pages: 3, width: 8, height: 8 });
      expect(near((await seen(made)).at(4, 4), [255, 0, 0])).toBe(true);
    },
  );

  it('is upright and says nothing about where it was taken', async () => {
    const bytes = await (
      await halves()
    )
      .withExif({ IFD0: { Copyright: 'where I live' } })
      .withMetadata({ orientation: 6 })
      .tiff()
      .toBuffer();
    const made = await webPicture(bytes);
    expect(made).toMatchObject({ width: 20, height: 40 });
    if (typeof made === 'string') throw new Error(made);
    expect((await (await loadSharp())(made.bytes).metadata()).exif).toBeUndefined();
  });

  it.each([1, 4, 8, 24, 32] as const)('is made of a BMP of %s bits', async (bits) => {
    const { at, width, height } = await seen(
      await webPicture(
        bmp(bits, [
          [0, 1, 1],
          [1, 0, 0],
        ]),
      ),
    );
    expect([width, height]).toEqual([3, 2]);
    expect([at(0, 0), at(1, 0), at(0, 1), at(2, 1)]).toEqual([
      [0, 0, 0],
      [255, 200, 100],
      [255, 200, 100],
      [0, 0, 0],
    ]);
  });

  it('is none of a BMP that is cut off, or packed', async () => {
    const whole = bmp(24, [[0, 1, 1]]);
    expect(await webPicture(whole.subarray(0, whole.length - 4))).toBe('damaged');
    const packed = Buffer.from(whole);
    packed.writeUInt32LE(1, 30);
    expect(await webPicture(packed)).toBe('damaged');
  });

  it.each([
    ['words', Buffer.from('words'), 'unknown'],
    ['a drawing of vectors for screens', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unknown'],
    ['nothing', new Uint8Array(), 'unknown'],
    ['a photo of a telephone in HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'heic'],
    [
      'the same, which calls itself by another brand',
      Buffer.from('\0\0\0\x18ftypmif1\0\0\0\0mif1heic'),
      'heic',
    ],
    ['a TIFF without its inside', Buffer.from('II*\0\x08\0\0\0'), 'damaged'],
    ['an AVIF without its inside', Buffer.from('\0\0\0\x14ftypavif\0\0\0\0avif'), 'damaged'],
  ] as const)('is none of %s', async (_, bytes, reason) => {
    expect(await webPicture(bytes)).toBe(reason);
  });

  it.each(['png', 'tiff', 'gif'] as const)(
    'is none of a %s whose head says 10,000 × 10,000 pixels',
    async (format) => {
      const sharp = await loadSharp();
      const row = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
        .toFormat(format)
        .toBuffer();
      expect(await webPicture(grown(format, row))).toBe('too-many-pixels');
    },
  );

  it('is none of a BMP whose head says so', async () => {
    const bytes = Buffer.from(bmp(24, [[0, 1, 1]]));
    bytes.writeInt32LE(10_000, 18);
    bytes.writeInt32LE(-10_000, 22);
    expect(await webPicture(bytes)).toBe('too-many-pixels');
  });
});

describe('a cut picture', { timeout: 30_000 }, () => {
  const crop = { left: 0.5, top: 0, right: 0, bottom: 0.25 };

  it('shows what was left of it, and not one pixel more', async () => {
    const bytes = await (await halves()).png().toBuffer();
    const made = await webPicture(bytes, { crop });
    expect(made).toMatchObject({ width: 20, height: 15, doubtfulCrop: false });
    expect((await seen(made)).at(0, 0)).toEqual([0, 0, 255]);
  });

  it('never is empty, whatever was cut off', async () => {
    const bytes = await (await halves()).png().toBuffer();
    const all = { left: 2, top: 0.7, right: 2, bottom: 0.7 };
    expect(await webPicture(bytes, { crop: all })).toMatchObject({ width: 1, height: 1 });
    const none = { left: -0.5, top: -1, right: 0, bottom: 0 };
    expect(await webPicture(bytes, { crop: none })).toMatchObject({ width: 40, height: 20 });
  });

  it('that was turned by its camera is worth a look', async () => {
    const bytes = await (await halves()).withMetadata({ orientation: 3 }).jpeg().toBuffer();
    expect(await webPicture(bytes, { crop })).toMatchObject({ doubtfulCrop: true });
  });
});

describe('a drawing of an office program (EMF, WMF)', { timeout: 40_000 }, () => {
  afterEach(() => useOffice('soffice'));

  it('is drawn where there is one', async () => {
    useOffice(drawingTwin().program);
    expect(await webPicture(emf())).toMatchObject({ type: 'image/png', width: 120, height: 60 });
  });

  it('is none where there is none', async () => {
    useOffice('an-office-that-nobody-has');
    expect(await webPicture(emf())).toBe('not-drawn');
  });

  it.skipIf(!hasOffice)('is drawn by LibreOffice in its own proportions', async () => {
    const made = await webPicture(emf());
    const { width, height } = await seen(made);
    expect(width / height).toBeCloseTo(2, 1);
  });

  it.skipIf(!hasOffice)('that holds nothing is none, nor is a damaged one', async () => {
    expect(await webPicture(emf().subarray(0, 108))).toBe('not-drawn');
  });
});

/** The same file with 10,000 × 10,000 in its head and no more in its inside. */
function grown(format: 'png' | 'tiff' | 'gif', small: Uint8Array): Uint8Array {
  const bytes = Buffer.from(small);
  if (format === 'gif') {
    const frame = bytes.indexOf(Buffer.from([0x2c, 0, 0, 0, 0]));
    for (const at of [6, 8, frame + 5, frame + 7]) bytes.writeUInt16LE(10_000, at);
  } else if (format === 'png') return pngHead(bytes);
  else {
    const at = bytes.readUInt32LE(4);
    for (let n = 0; n < bytes.readUInt16LE(at); n += 1) {
      const entry = at + 2 + 12 * n;
      if ([256, 257].includes(bytes.readUInt16LE(entry))) {
        bytes.writeUInt16LE(4, entry + 2);
        bytes.writeUInt32LE(10_000, entry + 8);
      }
    }
  }
  return bytes;
}

function pngHead(bytes: Buffer): Uint8Array {
  bytes.writeUInt32BE(10_000, 16);
  bytes.writeUInt32BE(10_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

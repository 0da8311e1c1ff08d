import { crc32 } from 'node:zlib';
import { media } from '@towncrier/contracts';
import { p, picture, wordFile } from '@towncrier/word/testing';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { readWord } from './word.import.ts';
import { fitForTheWeb } from './word.picture.ts';

/** As the hub keeps them; what was kept is looked at. */
function shelf() {
  const kept: Uint8Array[] = [];
  const take = async (original: Uint8Array) => {
    const fit = await fitForTheWeb(original);
    if (fit === null) return null;
    kept.push(fit.bytes);
    const mediaType = media.shape.mediaType.parse(fit.type);
    return { media: { id: '0'.repeat(64), mediaType, bytes: fit.bytes.length }, bytes: fit.bytes };
  };
  return { kept, take };
}
const twoColours = (): Sharp =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#ff0000' } }).composite([
    { input: { create: { width: 20, height: 20, channels: 3, background: '#0000ff' } }, left: 20, top: 0 },
  ]);
const read = async (name: string, bytes: Uint8Array, crop = '') => {
  const file = wordFile({ media: { [name]: bytes }, body: p(picture(name, '示意图', crop)) });
  const pictures = shelf();
  const { losses } = await readWord('图.docx', file, pictures);
  return { picture: pictures.kept.at(-1), losses };
};

describe('a picture in a Word document', { timeout: 60_000 }, () => {
  it('may be a TIFF, with the number of its pages told', async () => {
    const one = await read('a.tiff', await twoColours().tiff().toBuffer());
    expect(one.losses).toEqual([]);
    expect(await sharp(one.picture).metadata()).toMatchObject({ width: 40, height: 20 });

    const page = await twoColours().png().toBuffer();
    const three = await sharp([page, page, page], { join: { animated: true } })
      .tiff()
      .toBuffer();
    expect((await read('b.tiff', three)).losses).toMatchObject([
      { kind: 'picture-pages', where: '第1段', excerpt: '共3页', severity: 'block' },
    ]);
  });

  it('shows what the document shows of it, and what was cut off is gone', async () => {
    const png = await twoColours().png().toBuffer();
    const { picture: cut, losses } = await read('a.png', png, '<a:srcRect l="50000"/>');
    expect(losses).toEqual([]);
    const { data, info } = await sharp(cut).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([20, 20]);
    expect([...data.subarray(0, 3)]).toEqual([0, 0, 255]);
  });

  it('is named with what can be done about it where it cannot be made one for the web', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    expect((await read('a.heic', heic)).losses).toMatchObject([
      { kind: 'picture', message: expect.stringContaining('HEIC'), remedy: expect.stringContaining('JPEG') },
    ]);
    const large = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    large.writeUInt32BE(10_000, 16);
    large.writeUInt32BE(10_000, 20);
    expect((await read('a.png', withChecksum(large))).losses).toMatchObject([
      { kind: 'picture-pixels', remedy: expect.stringContaining('缩小') },
    ]);
  });
});

describe('a picture for the web', () => {
  it('is null for what is none', async () => {
    expect(await fitForTheWeb(Buffer.from('words'))).toBeNull();
    expect(await fitForTheWeb(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).toBeNull();
  });

  it('is a small one of a large one', async () => {
    expect(await fitForTheWeb(await twoColours().jpeg().toBuffer())).toMatchObject({ type: 'image/jpeg' });
  });
});

function withChecksum(png: Buffer): Buffer {
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

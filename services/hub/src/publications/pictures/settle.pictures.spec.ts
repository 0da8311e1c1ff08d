import type { Block, EditionContent, Media } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { allPicturesLimit, settlePictures } from './settle.pictures.ts';

const idOf = (number: number): string => String(number).padStart(64, '0');
const image = (number: number): Block => ({
  type: 'image',
  attrs: { media: idOf(number), alt: `图${number}` },
});
const content = (media: Media[]): EditionContent => ({
  schemaVersion: 1,
  title: '关于停水的通知',
  header: { issuer: '开远市水务局' },
  body: { type: 'doc', content: media.map((_, index) => image(index + 1)) },
  media,
});
const inside = (number: number): Media => ({
  id: idOf(number),
  mediaType: 'image/png',
  bytes: 9,
  data: Buffer.from(`picture ${number}`).toString('base64'),
});
/** Every picture becomes one of so many bytes. */
const keeping = (bytes: number) => ({
  take: (original: Uint8Array) => {
    const number = Number(Buffer.from(original).toString().slice('picture '.length));
    const media: Media = { id: `f${idOf(number).slice(1)}`, mediaType: 'image/jpeg', bytes };
    return Promise.resolve({ media, bytes: original });
  },
});

describe('the pictures of a source', () => {
  it('are carried up to what a preview can show; the others are told, and leave their words', async () => {
    const each = allPicturesLimit / 2;
    const settled = await settlePictures(keeping(each), content([inside(1), inside(2), inside(3)]));
    expect(settled.content.media.map(({ bytes }) => bytes)).toEqual([each, each]);
    expect(settled.losses).toEqual([{ kind: 'large-picture', where: '第3张图片', count: 1, excerpt: '' }]);
    expect(settled.content.body.content[2]).toEqual({
      type: 'paragraph',
      content: [{ type: 'text', text: '［图片：图3］' }],
    });
  });

  it('that were kept before count too, and stay as they are', async () => {
    const named: Media = { id: idOf(1), mediaType: 'image/jpeg', bytes: allPicturesLimit };
    const settled = await settlePictures(keeping(1), content([named, inside(2)]));
    expect(settled.content.media).toEqual([named]);
    expect(settled.losses).toMatchObject([{ kind: 'large-picture', where: '第2张图片' }]);
  });
});

import { createHash } from 'node:crypto';
import { pictureQuestion, pictureShelf, type Media } from '@towncrier/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { FarEndBusy } from './errors.ts';
import { Illustrator } from './illustrator.ts';
import { released } from './testing/events.sample.ts';

const bytes = Buffer.from('GIF89a of a burst pipe');
const id = createHash('sha256').update(bytes).digest('hex');
const named: Media = { id, mediaType: 'image/gif', bytes: bytes.length };
const data = bytes.toString('base64');

function showing(...media: Media[]) {
  const { edition } = released().data;
  return { ...edition, content: { ...edition.content, media } };
}

describe('the pictures of an edition', () => {
  const shelved = new Map<string, Uint8Array>();
  const atHub = new Map<string, string>();
  let asked: string[];
  let shelfIsThere: boolean;
  const broker = {
    shelf: (bucket: string) =>
      shelfIsThere && bucket === pictureShelf
        ? Promise.resolve({
            put: () => Promise.resolve(),
            get: (name: string) => {
              asked.push('shelf');
              return Promise.resolve(shelved.get(name) ?? null);
            },
          })
        : Promise.reject(new Error('no bucket')),
    ask: (subject: string, question: unknown) => {
      asked.push(subject);
      return Promise.resolve({ id, data: atHub.get((question as { id: string }).id) ?? null });
    },
  };
  beforeEach(() => {
    shelved.clear();
    atHub.clear();
    [asked, shelfIsThere] = [[], true];
  });

  it('come from the shelf, and are fetched once', async () => {
    shelved.set(id, bytes);
    const illustrator = new Illustrator({}, broker);
    expect((await illustrator.of(showing(named))).content.media).toEqual([{ ...named, data }]);
    await illustrator.of(showing(named));
    expect(asked).toEqual(['shelf']);
  });

  it('come from the hub where the shelf lost them', async () => {
    atHub.set(id, data);
    expect((await new Illustrator({}, broker).of(showing(named))).content.media).toEqual([
      { ...named, data },
    ]);
    expect(asked).toEqual(['shelf', pictureQuestion]);
  });

  it('come from the hub where there is no shelf, and from the shelf once there is', async () => {
    shelfIsThere = false;
    atHub.set(id, data);
    const illustrator = new Illustrator({}, broker);
    await illustrator.of(showing(named));
    expect(asked).toEqual([pictureQuestion]);
    const other = Buffer.from('GIF89a of the way round');
    const otherId = createHash('sha256').update(other).digest('hex');
    [shelfIsThere] = [true];
    shelved.set(otherId, other);
    await illustrator.of(showing({ ...named, id: otherId }));
    expect(asked).toEqual([pictureQuestion, 'shelf']);
  });

  it('that come with the edition, as before they went by reference, are taken from it', async () => {
    const inside = { ...named, data };
    expect((await new Illustrator({}, broker).of(showing(inside))).content.media).toEqual([inside]);
    expect(asked).toEqual([]);
  });

  it('that nobody has now are waited for: nothing is sent without them', async () => {
    const illustrator = new Illustrator({}, broker);
    await expect(illustrator.of(showing(named))).rejects.toThrow(FarEndBusy);
    shelved.set(id, bytes);
    expect((await illustrator.of(showing(named))).content.media).toHaveLength(1);
  });

  it('are never other bytes than their id says', async () => {
    shelved.set(id, Buffer.from('GIF89a of something else'));
    atHub.set(id, Buffer.from('GIF89a of a third thing').toString('base64'));
    await expect(new Illustrator({}, broker).of(showing(named))).rejects.toThrow('还没有送到');
  });

  it('are not asked for by a channel of words', async () => {
    const { content } = await new Illustrator({ wordsOnly: true }, broker).of(showing(named));
    expect([content.media, asked]).toEqual([[], []]);
  });
});

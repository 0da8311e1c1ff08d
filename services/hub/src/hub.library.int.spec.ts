import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import type { LibraryPicture } from './publications/pictures/picture.documents.ts';
import { notice, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

interface Kept {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: number;
}
async function picture(background: string): Promise<Kept> {
  const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background } })
    .png()
    .toBuffer();
  return (await room.editor.upload<Kept>('/api/v1/pictures', '图.png', bytes)).body;
}
const text = (media: Kept, alt: string) => ({
  ...notice,
  format: 'document',
  title: '关于停水的通知',
  source: {
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: '因检修停水。' }] },
        { type: 'image', attrs: { media: media.id, alt, source: '市融媒体中心', focus: { x: 0.2, y: 0.7 } } },
      ],
    },
    media: [media],
  },
});
const library = async (who: HubClient, query = '') =>
  who.get<{ items: LibraryPicture[] }>(`/api/v1/pictures${query}`);

describe('the pictures of a body', () => {
  it('are those of its publications, with what is said of them and how often they are used', async () => {
    const [red, blue] = [await picture('#c00'), await picture('#00c')];
    await room.editor.act('', text(red, '停水范围'));
    lab.pass(60_000);
    await room.editor.act('', text(blue, '泵站'));
    lab.pass(60_000);
    const last = await room.editor.act('', text(red, ''));

    const { items } = (await library(room.editor)).body;

    expect(items).toEqual([
      {
        media: red,
        alt: '停水范围',
        caption: null,
        source: '市融媒体中心',
        uses: 2,
        lastUsed: { id: last.id, title: '关于停水的通知' },
      },
      expect.objectContaining({ media: blue, alt: '泵站', uses: 1 }),
    ]);
    const read = await room.editor.get<{ editions: { content: { body: object } }[] }>(
      `/api/v1/publications/${last.id}`,
    );
    expect(JSON.stringify(read.body)).toContain('"focus":{"x":0.2,"y":0.7}');
  });

  it('are for whoever may write for it, and not those of a text that is kept from them', async () => {
    const draft = await room.editor.act('', text(await picture('#c00'), '停水范围'));
    const submitted = await room.editor.act(`/${draft.id}/submit`, { version: draft.version });
    const contentHash = submitted.editions[0]?.contentHash;
    const duty = await lab.signedIn('duty');
    expect((await library(duty)).body.items).toHaveLength(1);

    // in the secrecy review only its authors and reviewers know of it
    await room.reviewer.act(`/${draft.id}/approve`, { version: submitted.version, contentHash });
    expect((await library(duty)).body.items).toEqual([]);
    expect((await library(room.editor)).body.items).toHaveLength(1);
    expect(await library(room.reviewer)).toMatchObject({ status: 403 });
    expect((await library(room.editor, '?organisation=kys-czj')).body.items).toEqual([]);
  });
});

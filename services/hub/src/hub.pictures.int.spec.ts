import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { releases, type Media } from '@towncrier/contracts';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Preview } from './publications/draft.desk.ts';
import type { FileSource } from './surroundings/documents/doors/file.source.ts';
import { eventually } from './testing/eventually.ts';
import { notice } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** A photo as a telephone takes it: large, lying on its side, with its place written into it. */
async function photo(side = 400): Promise<Buffer> {
  const raw = { width: side, height: side / 2, channels: 3 } as const;
  return sharp(randomBytes((side * side * 3) / 2), { raw })
    .withExif({ IFD0: { Copyright: 'a secret place' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer();
}
const dataUrl = (bytes: Uint8Array): string =>
  `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
const html = (...addresses: readonly string[]) => ({
  ...notice,
  format: 'html',
  source: `<p>现场如图。</p>${addresses.map((src) => `<img src="${src}" alt="现场">`).join('')}`,
});

describe('a picture', () => {
  it('goes by reference, small, upright, and without where it was taken; the original is kept', async () => {
    const original = await photo(1200);
    const { status, body } = await room.editor.upload<Media>('/api/v1/pictures', '现场.jpg', original);
    expect([status, body.mediaType]).toEqual([201, 'image/jpeg']);
    expect(body.bytes).toBeLessThan(200 * 1024);

    const { bytes } = await room.editor.download(`/api/v1/pictures/${body.id}`);
    const seen = await sharp(bytes).metadata();
    expect([sha256(bytes), bytes.length]).toEqual([body.id, body.bytes]);
    expect([seen.exif, (seen.height ?? 0) > (seen.width ?? 0)]).toEqual([undefined, true]);
    const kept = sha256(original);
    expect(
      await readFile(join(lab.hub.parts.settings.TOWNCRIER_DATA, 'pictures', kept.slice(0, 2), kept)),
    ).toEqual(original);
  });

  it('is the same picture when it is handed in again, in whatever way', async () => {
    const original = await photo();
    const first = (await room.editor.upload<Media>('/api/v1/pictures', 'a.jpg', original)).body;
    const again = (await room.editor.upload<Media>('/api/v1/pictures', 'b.jpg', original)).body;
    const draft = await room.editor.act('', html(dataUrl(original), `media:${first.id}`));
    expect(again).toEqual(first);
    expect(draft.editions[0]?.content.media).toEqual([first]);
    const { bytes } = await room.editor.download(`/api/v1/pictures/${first.id}`);
    expect((await room.editor.upload<Media>('/api/v1/pictures', 'c.jpg', bytes)).body).toEqual(first);
  });

  it('is named by what an import answers, so that twenty photos make a short text', async () => {
    const original = await photo();
    const file = Buffer.from(html(dataUrl(original)).source);
    const { source } = (await room.editor.upload<FileSource>('/api/v1/imports', '现场.html', file)).body;
    expect(source).toMatch(/^<p>现场如图。<\/p><img src="media:[0-9a-f]{64}" alt="现场">$/);
  });

  it('that is none is refused in words', async () => {
    const answer = await room.editor.upload('/api/v1/pictures', '现场.jpg', Buffer.from('not a picture'));
    expect(answer).toMatchObject({
      status: 415,
      body: { detail: expect.stringContaining('“现场.jpg”不是') },
    });
    expect((await room.editor.download('/api/v1/pictures/none')).status).toBe(404);
  });

  it('that has several pages is refused with their number, a TIFF of one is taken', async () => {
    const page = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c00' } })
      .tiff()
      .toBuffer();
    const pages = await sharp([page, page], { join: { animated: true } })
      .tiff()
      .toBuffer();
    expect((await room.editor.upload('/api/v1/pictures', '一页.tiff', page)).status).toBe(201);
    expect(await room.editor.upload('/api/v1/pictures', '两页.tiff', pages)).toMatchObject({
      status: 415,
      body: { detail: expect.stringContaining('“两页.tiff”有 2 页') },
    });
  });

  it.each([
    ['a HEIC photo', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'HEIC'],
    ['a damaged one', '\xff\xd8\xff\0', '损坏'],
  ])('that cannot be shown is refused with what to do: %s', async (_, bytes, words) => {
    const answer = await room.editor.upload('/api/v1/pictures', '现场', Buffer.from(bytes, 'latin1'));
    expect(answer).toMatchObject({ status: 415, body: { detail: expect.stringContaining(words) } });
  });

  it('in a text, that is damaged, leaves its words and is told', async () => {
    const damaged = dataUrl(Buffer.from([0xff, 0xd8, 0xff, 0x00]));
    const { body } = await room.editor.post<Preview>('/api/v1/previews', html(damaged));
    expect(body.content.media).toEqual([]);
    expect(JSON.stringify(body.content.body)).toContain('［图片：现场］');
    expect(body.losses).toMatchObject([{ kind: 'picture', where: '第1张图片' }]);
  });
});

describe('the pictures of an edition', () => {
  it('are on the shelf before a channel is asked how it looks, and its event stays small', async () => {
    const draft = await room.editor.act('', html(dataUrl(await photo()), dataUrl(await photo())));
    const ids = draft.editions[0]?.content.media.map(({ id }) => id) ?? [];
    await room.release(draft);
    expect([...lab.broker.shelved.keys()].sort()).toEqual([...ids].sort());
    await eventually(() => lab.broker.published.length).toBe(1);
    const event = JSON.stringify(lab.broker.published[0]?.envelope);
    expect(event).toContain(ids[0]);
    expect(event.length).toBeLessThan(4000);
  });

  it('are given to a channel that misses one', async () => {
    const [id = ''] = (
      await room.editor.act('', html(dataUrl(await photo())))
    ).editions[0]?.content.media.map((media) => media.id) ?? [''];
    const answer = await lab.broker.askForPicture?.({ id });
    const { data } = answer as { data: string };
    expect(sha256(Buffer.from(data, 'base64'))).toBe(id);
    expect(await lab.broker.askForPicture?.({ id: 'f'.repeat(64) })).toMatchObject({ data: null });
  });

  it('are put there again after the broker lost them', async () => {
    const draft = await room.editor.act('', html(dataUrl(await photo())));
    lab.broker.shelved.clear();
    lab.broker.reborn(releases.stream);
    await room.release(draft);
    expect(lab.broker.shelved.size).toBe(1);
  });

  it('are asked for later when the broker is away: nobody who writes has to wait for it', async () => {
    lab.broker.connected = false;
    expect((await room.editor.post('/api/v1/previews', html(dataUrl(await photo())))).status).toBe(200);
    lab.broker.connected = true;
  });
});

import { p, picture, wordFile } from '@towncrier/word/testing';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reading } from './publications/draft.desk.ts';
import type { PublicationView } from './publications/publication.view.ts';
import type { FileSource } from './surroundings/documents/doors/file.source.ts';
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

async function readingOf(body: object): Promise<Reading> {
  const answer = await room.editor.post<Reading>('/api/v1/readings', body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
const struck = '<h1>关于补贴的通知</h1><p>每亩<del>300</del>200元。</p>';

describe('a text that is read for the editor', () => {
  it('is a document, with what it says of itself beside it', async () => {
    const source = '开远市水务局关于停水的通知\n开水〔2026〕3号\n明日停水。\n开远市水务局\n2026年11月24日';
    const read = await readingOf({ format: 'text', source });
    expect(read).toMatchObject({
      title: '开远市水务局关于停水的通知',
      header: { issuer: '开远市水务局', documentNumber: '开水〔2026〕3号', writtenOn: '2026-11-24' },
      media: [],
    });
    expect(JSON.stringify(read.body)).toContain('明日停水。');
  });

  it('needs no title, and no body is taken to have said it', async () => {
    const read = await readingOf({ format: 'html', source: '<p>明日停水，请储水。</p><p>请互相转告。</p>' });
    expect(read).toMatchObject({ title: null, losses: [] });
    expect(read.header).not.toHaveProperty('issuer');
    expect(read.body.content).toHaveLength(2);
  });

  it('as a passage is taken for nothing else', async () => {
    const source = '<p>关于停水的通知</p><p>来源：开远市水务局</p><p>一、时间</p><p>明日。</p>';
    const read = await readingOf({ format: 'html', source, passage: true });
    expect(read).toMatchObject({ title: null, header: {} });
    for (const words of ['关于停水的通知', '来源：开远市水务局', '一、时间', '明日。'])
      expect(JSON.stringify(read.body)).toContain(words);
  });

  it('tells what of it is not there as it was, in words', async () => {
    const { losses } = await readingOf({ format: 'html', source: struck });
    expect(losses).toMatchObject([{ kind: 'struck-text', excerpt: '300', severity: 'block' }]);
    expect(losses[0]?.message).toContain('300');
  });

  it('keeps the pictures of a Word file, which the draft then names', async () => {
    const map = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#258' } })
      .png()
      .toBuffer();
    const words = [p('关于停水范围的通知'), p('范围见图。'), p(picture('map.png', '停水范围'))];
    const file = wordFile({ media: { 'map.png': map }, body: words.join('') });
    const { status, body: word } = await room.editor.upload<FileSource>('/api/v1/imports', '图.docx', file);
    expect(status).toBe(200);
    const { losses: _told, ...source } = word;
    const read = await readingOf(source);
    expect(read.media).toMatchObject([{ mediaType: expect.stringContaining('image/') as string }]);
    const draft = await room.editor.act('', {
      ...notice,
      format: 'document',
      source: { body: read.body, media: read.media },
      losses: read.losses,
    });
    expect(draft.editions[0]?.content.media).toEqual(read.media);
  });

  it('says why it cannot be read', async () => {
    expect(await room.editor.post('/api/v1/readings', { format: 'html', source: '<p></p>' })).toMatchObject({
      status: 422,
    });
    expect(await room.editor.post('/api/v1/readings', { format: 'word', source: 'x' })).toMatchObject({
      status: 400,
    });
  });
});

describe('what the import of a text left out', () => {
  it('stays with its document, and goes when another text takes its place', async () => {
    const read = await readingOf({ format: 'html', source: struck });
    const source = { body: read.body, media: read.media };
    const handed = { ...notice, format: 'document', source };
    const draft = await room.editor.act('', { ...handed, losses: read.losses });
    expect(draft.editions[0]?.losses).toMatchObject([{ kind: 'struck-text', checked: null }]);

    const edit = async (version: number, body: object): Promise<PublicationView> => {
      const answer = await room.editor.put<PublicationView>(`/api/v1/publications/${draft.id}/draft`, {
        version,
        format: 'document',
        source,
        title: notice.title,
        header: notice.header,
        ...body,
      });
      expect(answer.status).toBe(200);
      return answer.body;
    };
    const edited = await edit(draft.version, {});
    expect(edited.editions[0]?.losses).toMatchObject([{ kind: 'struck-text' }]);
    const another = await edit(edited.version, { losses: [] });
    expect(another.editions[0]?.losses).toEqual([]);
  });
});

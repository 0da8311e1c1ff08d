import { writeXlsx } from '@towncrier/tables';
import { p, picture, wordFile } from '@towncrier/word/testing';
import { randomFillSync } from 'node:crypto';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

async function read(name: string, bytes: Uint8Array): Promise<FileSource> {
  const { status, body } = await room.editor.upload<FileSource>('/api/v1/imports', name, bytes);
  if (status !== 200) throw new Error(`${name} was not read: ${JSON.stringify(body)}`);
  return body;
}
const draftOf = ({ format, source, losses }: FileSource): Promise<PublicationView> =>
  room.editor.act('', {
    ...notice,
    format,
    source,
    ...(format === 'text'
      ? { losses: losses.map(({ kind, where, count }) => ({ kind, where, count })) }
      : {}),
  });
const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);
const submit = (p: PublicationView) =>
  room.editor.post(`/api/v1/publications/${p.id}/submit`, { version: p.version });
const textOf = (p: PublicationView): string => JSON.stringify(p.editions.at(-1)?.content.body);

describe('what a file could not bring along', () => {
  const struck = utf8('<h1>关于补贴的通知</h1><p>每亩<del>300</del>200元。</p>');

  it('stops the draft until an editor has compared it, which the reviewer sees', async () => {
    const draft = await draftOf(await read('补贴.html', struck));
    expect(textOf(draft)).toContain('每亩200元。');
    expect(await submit(draft)).toMatchObject({
      status: 422,
      body: { code: 'blocked', findings: [{ rule: 'import-loss', excerpt: '300' }] },
    });

    const compared = await room.editor.act(`/${draft.id}/losses/check`, { version: draft.version });
    expect(compared.editions[0]?.losses).toMatchObject([
      { kind: 'struck-text', checked: { by: expect.any(String) } },
    ]);
    expect((await submit(compared)).status).toBe(200);
    expect(compared.history.at(-1)?.words).toBe('对照原文核对导入差异 1 处');
  });

  it('is still open after an edit in the model, and gone with a file that has none', async () => {
    const draft = await draftOf(await read('补贴.html', struck));
    const edit = (body: object) =>
      room.editor.put(`/api/v1/publications/${draft.id}/draft`, { version: draft.version, ...body });
    const body = draft.editions[0]?.content.body;
    const edited = await edit({
      format: 'document',
      source: body,
      title: notice.title,
      header: notice.header,
    });
    expect(edited).toMatchObject({ status: 200 });
    const found = await room.editor.get(`/api/v1/publications/${draft.id}/findings`);
    expect(JSON.stringify(found.body)).toContain('import-loss');

    const clean = await draftOf(await read('补贴.html', utf8('<h1>关于补贴的通知</h1><p>每亩200元。</p>')));
    expect((await submit(clean)).status).toBe(200);
  });

  it('of plain text comes in beside it', async () => {
    const bytes = Buffer.concat([utf8('关于停水的通知\n请储水'), Buffer.from([0xff]), utf8('。\n')]);
    const file = await read('停水.txt', bytes);
    expect(file).toMatchObject({ format: 'text', losses: [{ kind: 'unreadable-bytes', where: '第2行' }] });
    expect((await submit(await draftOf(file))).status).toBe(422);
  });
});

describe('a file as the text of a draft', () => {
  it('may be in any encoding that offices use', async () => {
    const gb = Buffer.from('b9d8d3dacda3cbaeb5c4cda8d6aa0a', 'hex');
    expect(await read('停水.txt', gb)).toEqual({ format: 'text', source: '关于停水的通知\n', losses: [] });
    const utf16 = Buffer.from('关于停水的通知\n请储水。', 'utf16le');
    expect((await read('停水.md', utf16)).source).toContain('请储水');
  });

  it('may be a spreadsheet, which is a table with its empty cells', async () => {
    const bytes = await writeXlsx([
      ['村', '户', '金额'],
      ['甲村', '', '007'],
      ['乙村', '3', '150'],
    ]);
    const file = await read('名单.xlsx', bytes);
    expect(file).toMatchObject({ format: 'html', losses: [] });
    const draft = await draftOf({ ...file, source: `<p>名单如下。</p>${file.source}` });
    const table = draft.editions[0]?.content.body.content.find((block) => block.type === 'table');
    expect(table?.type === 'table' && table.content.map((row) => row.content.length)).toEqual([3, 3, 3]);
    expect(JSON.stringify(table)).toContain('"007"');
  });

  it('that is no text is refused in words', async () => {
    expect(await room.editor.upload('/api/v1/imports', '扫描.txt', utf8('%PDF-1.7'))).toMatchObject({
      status: 422,
      body: { code: 'unreadable', detail: expect.stringContaining('PDF') },
    });
  });
});

/** Noise, which no photo packs worse than; each has bytes of its own. */
async function photosOfTelephones(count: number): Promise<Readonly<Record<string, Uint8Array>>> {
  const [width, height] = [3_000, 2_250];
  const noise = randomFillSync(Buffer.alloc(width * height * 3));
  const photo = await sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
  const names = Array.from({ length: count }, (_, n) => `photo${n}.jpg`);
  return Object.fromEntries(names.map((name, n) => [name, Buffer.concat([photo, Buffer.from([n])])]));
}

describe('a Word document with twenty photos of a telephone', () => {
  it('comes in whole, each photo small enough for the web', { timeout: 180_000 }, async () => {
    const media = await photosOfTelephones(20);
    const body = Object.keys(media)
      .map((name) => p(picture(name, name)))
      .join('');
    const bytes = wordFile({ media, body: p('现场照片如下。') + body });
    expect(bytes.length).toBeGreaterThan(95 * 1024 * 1024);

    const file = await read('现场.docx', bytes);

    expect(file.losses).toEqual([]);
    const names = [...file.source.matchAll(/<img src="media:([0-9a-f]{64})"/g)].map(([, id = '']) => id);
    expect(names).toHaveLength(20);
    const { bytes: photo } = await room.editor.download(`/api/v1/pictures/${names[0]}`);
    expect(photo.length).toBeLessThanOrEqual(200 * 1024);
  });
});

describe('a file that takes too much is refused in one sentence, and a good one comes in after it:', () => {
  const good = utf8('村,户\n甲村,3\n');

  it.each([
    ['a list of more cells than any has', '大.csv', utf8(`${'1,'.repeat(99)}1\n`.repeat(1_001)), '表格过大'],
    ['a spreadsheet that is none', '大.xlsx', utf8('none'), '读不出'],
    ['a Word document that is none', '大.docx', utf8('none'), '不是 .docx'],
    ['a picture that calls itself a text', '大.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), ''],
  ])('%s', async (_, name, bytes, words) => {
    const answer = await room.editor.upload<{ detail: string }>('/api/v1/imports', name, bytes);
    expect([415, 422]).toContain(answer.status);
    expect(answer.body.detail).toContain(`“${name}”`);
    expect(answer.body.detail).toContain(words);
    expect(await read('名单.csv', good)).toMatchObject({ format: 'html', losses: [] });
  });
});

import { qrPng } from '@towncrier/media';
import {
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttachmentView } from './surroundings/attachments/attachments.documents.ts';
import type { FileSource } from './surroundings/documents/doors/file.source.ts';
import type { PublicationView } from './publications/publication.view.ts';
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

const submit = (draft: PublicationView): Promise<PublicationView> =>
  room.editor.act(`/${draft.id}/submit`, { version: draft.version });
const numberOf = (p: PublicationView): string | undefined => p.editions.at(-1)?.content.header.indexNumber;

describe('the index number', () => {
  it('is given when a text goes to review, one after the other, without gaps when many come at once', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        room.editor.act('', { ...notice, source: `${notice.source}\n第${n}片区。` }),
      ),
    );
    expect(drafts.map(numberOf)).toEqual(Array(12).fill(undefined));

    const submitted = await Promise.all(drafts.map(submit));

    const expected = Array.from({ length: 12 }, (_, n) => `kysrmzf/2026-${String(n + 1).padStart(5, '0')}`);
    expect(submitted.map(numberOf).toSorted()).toEqual(expected);
    const { items } = (
      await room.editor.get<{ items: { number: string; publication: string }[] }>(
        '/api/v1/index-numbers?organisation=kysrmzf&year=2026',
      )
    ).body;
    expect(items.map((i) => i.number)).toEqual(expected);
    expect(new Map(items.map((i) => [i.publication, i.number]))).toEqual(
      new Map(submitted.map((p) => [p.id, numberOf(p)])),
    );
  });

  it('stays with its publication through edits, corrections and withdrawal', async () => {
    const first = await submit(await room.editor.act('', notice));
    const edited = (
      await room.editor.put<PublicationView>(`/api/v1/publications/${first.id}/draft`, {
        ...notice,
        version: first.version,
        source: `${notice.source}\n请互相转告。`,
      })
    ).body;
    expect(numberOf(edited)).toBe('kysrmzf/2026-00001');
    const released = await room.release(edited);
    const corrected = await room.editor.act(`/${first.id}/correct`, {
      ...notice,
      version: released.version,
      reason: '时间有误',
      source: `${notice.source}\n时间改为 9:00。`,
    });
    expect(numberOf(await submit(corrected))).toBe('kysrmzf/2026-00001');

    expect(numberOf(await submit(await room.editor.act('', { ...notice, title: '另一件' })))).toBe(
      'kysrmzf/2026-00002',
    );
  });

  it('that somebody brings from elsewhere is kept; one of ours that belongs to another is refused', async () => {
    const old = await submit(
      await room.editor.act('', {
        ...notice,
        header: { ...notice.header, indexNumber: '000014348/2017-06603' },
      }),
    );
    expect(numberOf(old)).toBe('000014348/2017-06603');

    const thief = await room.editor.act('', {
      ...notice,
      header: { ...notice.header, indexNumber: 'kysrmzf/2026-00001' },
    });
    expect(
      await room.editor.post(`/api/v1/publications/${thief.id}/submit`, { version: thief.version }),
    ).toMatchObject({ status: 422, body: { code: 'blocked', findings: [{ rule: 'index-number' }] } });
  });
});

describe('a Word document', () => {
  it('comes in with its headings and tables', async () => {
    const cell = (text: string, columnSpan = 1): TableCell =>
      new TableCell({ children: [new Paragraph(text)], columnSpan });
    const bytes = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({ text: '停水安排', heading: HeadingLevel.HEADING_1 }),
              new Paragraph('各片区停水时间如下。'),
              new Table({
                rows: [
                  new TableRow({ children: [cell('片区与时间', 2)] }),
                  new TableRow({ children: [cell('灵泉东路'), cell('8:00')] }),
                ],
              }),
            ],
          },
        ],
      }),
    );

    const { body } = await room.editor.upload<FileSource>('/api/v1/imports', '停水安排.docx', bytes);
    const draft = await room.editor.act('', {
      format: body.format,
      source: body.source,
      title: '停水安排',
      header: { issuer: '开远市水务局' },
    });

    const table = draft.editions[0]?.content.body.content.find((b) => b.type === 'table');
    expect(JSON.stringify(table)).toMatch(/片区与时间.*灵泉东路.*8:00/);
    expect(JSON.stringify(table)).toContain('"colspan":2');
  });

  it('says what of it did not come in', async () => {
    const paragraph = new Paragraph({
      children: [new TextRun('每亩'), new TextRun({ text: '300', strike: true }), new TextRun('200元。')],
    });
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [paragraph] }] }));

    const { body } = await room.editor.upload<FileSource>('/api/v1/imports', '补贴.docx', bytes);

    expect(body.source).toContain('<p>每亩200元。</p>');
    expect(body.losses).toEqual([
      {
        kind: 'struck-text',
        where: '第1段',
        count: 1,
        excerpt: '300',
        severity: 'block',
        message: '第1段：带删除线的文字“300”没有导入。',
        remedy: expect.stringContaining('重新导入'),
      },
    ]);
  });

  it('brings its pictures small, and without where they were taken', async () => {
    const wide = await qrPng('https://example.org', { width: 3_000 });
    const image = new ImageRun({ type: 'png', data: wide, transformation: { width: 100, height: 100 } });
    const bytes = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph({ children: [image] })] }] }),
    );
    const pictureOf = async (name: string, file: Uint8Array): Promise<Buffer> => {
      const { source } = (await room.editor.upload<FileSource>('/api/v1/imports', name, file)).body;
      const id = /media:([0-9a-f]{64})/.exec(source)?.[1] ?? '';
      return Buffer.from((await room.editor.download(`/api/v1/pictures/${id}`)).bytes);
    };

    // the width stands at the sixteenth byte of a PNG
    expect((await pictureOf('大图.docx', bytes)).readUInt32BE(16)).toBe(2_000);

    const folder = new URL('../../../packages/word/fixtures/', import.meta.url);
    const file = await readFile(new URL('photo-exif-gps.docx', folder));
    const photo = await pictureOf('现场.docx', file);
    expect(photo.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(photo.includes('Exif')).toBe(false);
  });

  it('that is damaged is refused in one sentence', async () => {
    const good = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('正文。')] }] }));
    const bad = Buffer.from(good);
    bad.fill(0, 100, bad.length - 2_000);
    const answer = await room.editor.upload('/api/v1/imports', '坏.docx', bad);
    expect(answer).toMatchObject({ body: { detail: expect.stringContaining('“坏.docx”') } });
    expect([415, 422]).toContain(answer.status);
  });

  it('that is none is refused in words', async () => {
    expect(
      await room.editor.upload('/api/v1/imports', '旧.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')),
    ).toMatchObject({
      status: 415,
      body: { code: 'not-word', detail: expect.stringContaining('另存为 .docx') },
    });
    expect((await lab.visitor().upload('/api/v1/imports', 'x.docx', new Uint8Array(3))).status).toBe(401);
  });
});

describe('an attachment', () => {
  const pdf = (inside = ''): Uint8Array =>
    new TextEncoder().encode(
      `%PDF-1.7\n1 0 obj<</Type/Catalog ${inside}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
    );
  const add = (name: string, bytes: Uint8Array) =>
    room.editor.upload<AttachmentView>('/api/v1/attachments', name, bytes);
  const publicly = async (href: string): Promise<number> =>
    (await fetch(`${lab.url}${new URL(href).pathname}`)).status;
  const withFile = ({ name, href, bytes }: AttachmentView) => ({
    ...notice,
    format: 'document',
    source: {
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: '安排见附件。' }] },
        { type: 'attachment', attrs: { id: 'a1', name, href, bytes } },
      ],
    },
  });

  it('is there for everybody while an edition in force names it, and no longer', async () => {
    const file = (await add('C:停水安排.PDF', pdf())).body;
    expect(file).toMatchObject({ name: 'C停水安排.pdf', type: 'application/pdf' });
    const draft = await room.editor.act('', withFile(file));
    expect(await publicly(file.href)).toBe(404);
    expect((await room.editor.get(`/api/v1/attachments/${file.hash}`)).status).toBe(200);

    const released = await room.release(draft);
    const got = await fetch(`${lab.url}${new URL(file.href).pathname}`);
    expect([got.status, got.headers.get('content-disposition'), (await got.bytes()).length]).toEqual([
      200,
      "attachment; filename*=UTF-8''C%E5%81%9C%E6%B0%B4%E5%AE%89%E6%8E%92.pdf",
      file.bytes,
    ]);

    // a correction that drops it changes nothing until it is released
    const correction = await room.editor.act(`/${draft.id}/correct`, {
      ...notice,
      version: released.version,
      reason: '附件有误',
    });
    expect(await publicly(file.href)).toBe(200);
    await room.release(correction);
    expect(await publicly(file.href)).toBe(404);
  });

  it('is there however many others name it besides', async () => {
    const file = (await add('停水安排.pdf', pdf())).body;
    const draft = await room.editor.act('', withFile(file));
    await lab.copies(draft.id, 400);
    await room.release(draft);

    expect(await publicly(file.href)).toBe(200);
  });

  it('is what its bytes are, whatever it is called', async () => {
    const png = await qrPng('https://example.org', { width: 200 });
    expect((await add('照片.exe', png)).body).toMatchObject({ name: '照片.png', type: 'image/png' });
    expect(await add('公告.pdf', new TextEncoder().encode('MZ'))).toMatchObject({
      status: 415,
      body: { code: 'file-type' },
    });
    expect(await add('公告.pdf', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1100, '0'), 'hex'))).toMatchObject({
      status: 415,
      body: { detail: expect.stringContaining('另存为新格式') },
    });
    expect(await add('带脚本.pdf', pdf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'))).toMatchObject({
      status: 422,
      body: { code: 'active-content' },
    });
    expect(await add('大.pdf', new Uint8Array(21 * 1024 * 1024))).toMatchObject({
      status: 413,
      body: { code: 'file-too-large' },
    });
  });

  it('is kept once, however often it comes', async () => {
    const [one, two] = [(await add('一.pdf', pdf())).body, (await add('二.pdf', pdf())).body];
    expect(two).toEqual(one);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashBytes, omissionsIn } from '@towncrier/content';
import { registerOf } from '@towncrier/channel-testkit';
import { sampleEdition } from '@towncrier/channel-testkit/testing';
import type { Context } from '@towncrier/channel-kit';
import type { IllustratedEdition } from '@towncrier/contracts';
import { pdfPictures, qrPng } from '@towncrier/media';
import { loadSettings } from '@towncrier/settings';
import { openSqliteStore, type Store } from '@towncrier/storage';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSheet } from '../src/board.check.ts';
import { BoardPlaces } from '../src/board.places.ts';
import { BoardAdapter } from '../src/board.adapter.ts';
import { renderEdition } from '../src/board.rendition.ts';
import { standings } from '../src/board.documents.ts';
import { BoardStore } from '../src/board.store.ts';
import { channel } from '../src/channel.ts';
import { mountCheckPages } from '../src/check.routes.ts';
import { mountPhotoReceipt } from '../src/photo.receipt.ts';
import { settings } from '../src/settings.ts';
import { firstPicture } from './first.picture.ts';
import { printed } from './printed.samples.ts';
import { sheetsPage } from '../src/sheets.page.ts';
import { mountStaffRoutes } from '../src/staff.routes.ts';

const publicUrl = 'https://gg.example.gov.cn';
const token = 'a-token-of-staff';
const now = new Date('2026-11-23T02:00:00.000Z');
const chosen = loadSettings(settings, { PUBLIC_URL: `${publicUrl}/`, BOARD_STAFF_TOKEN: token });
const render = (edition: IllustratedEdition) => renderEdition(edition, chosen, ['A3', 'A4']);
const first = sampleEdition();
const second = sampleEdition({
  edition: 2,
  content: { title: '关于灵泉西路停水检修的通知' },
  corrects: { edition: 1, reason: '路名有误' },
});

describe('notice boards', { timeout: 30_000 }, () => {
  let folder: string;
  let store: Store;
  let boards: BoardStore;
  let http: FastifyInstance;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-boards-'));
    store = await openSqliteStore(folder);
    boards = await BoardStore.open(store);
    http = Fastify();
    const seeded = { ...chosen, BOARD_STAFF_TOKEN: 'twin-staff-token' };
    const places = new BoardPlaces(await registerOf(channel, { settings: seeded, store, folder }));
    const parts = { settings: chosen, clock: () => now, boards, places };
    mountCheckPages(http, parts);
    mountStaffRoutes(http, parts);
    mountPhotoReceipt(http, parts);
  });
  afterEach(async () => {
    await http.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const release = async (edition: typeof first): Promise<void> =>
    boards.release(await render(edition), {
      releasedAt: now.toISOString(),
      of: null,
      also: ['B001', 'B002'],
    });
  const tasks = async () =>
    (await http.inject('/sheets.json'))
      .json<{ sheets: { tasks: { board: string; do: string; proof: string | null }[] }[] }>()
      .sheets[0]?.tasks.map((t) => [t.board, t.do, t.proof]);
  const photo = (board: string, image: Uint8Array, as = token) =>
    http.inject({
      method: 'POST',
      url: `/postings/photo?board=${board}`,
      headers: { 'content-type': 'image/png', authorization: `Bearer ${as}` },
      payload: Buffer.from(image),
    });

  it('deliver the PDF that was approved, one for each size of paper', async () => {
    const { papers } = await render(first);
    await release(first);
    for (const { paper, sha256 } of papers) {
      const answer = await http.inject(`/sheets/${first.publication}-${paper}.pdf`);
      expect(answer.headers['content-type']).toBe('application/pdf');
      expect(hashBytes(answer.rawPayload)).toBe(sha256);
    }
    expect(papers.map((p) => p.paper)).toEqual(['A3', 'A4']);
  });

  it('keep the edition in force when an earlier one comes late', async () => {
    await release(second);
    await release(first);
    expect((await http.inject(`/q/${first.publication}.json`)).json()).toMatchObject({
      state: 'in-force',
      edition: 2,
    });
  });

  it('answer a code in small letters as well', async () => {
    await release(first);
    expect((await http.inject(`/q/${first.publication.toLowerCase()}?e=1`)).payload).toContain('现行有效');
  });

  it('say that a code nobody printed cannot be verified', async () => {
    for (const code of ['ZZZZZZZZ', 'x', '%3Cscript%3E', `${first.publication}?e=9`]) {
      const answer = await http.inject(`/q/${code}`);
      expect(answer.statusCode).toBe(404);
      expect(answer.payload).toContain('未能核验');
    }
  });

  const withdrawal = {
    publication: first.publication,
    edition: 1,
    title: first.content.title,
    reason: '检修取消',
    links: first.links,
    withdrawnAt: now.toISOString(),
  };

  it('are not seen to be withdrawn while a sheet can still be had at its address', async () => {
    await release(first);
    await boards.withdraw(withdrawal);
    let stale: string | null = 'the sheet of a cache';
    const client = {
      ask: () => Promise.resolve({ state: 'withdrawn' as const, papers: [] }),
      sheetHash: () => Promise.resolve(stale),
    };
    const targets = await registerOf(channel, { settings: chosen, store, folder });
    const adapter = new BoardAdapter({ settings: chosen, clock: () => now, targets }, boards, client);
    const posting = { key: '', edition: 1, reference: first.publication, hash: '' };
    const trace = { idempotencyKey: '', prepared: null, reference: null, hint: null };
    const ctx = { signal: AbortSignal.timeout(5000) } as Context;
    expect(await adapter.observeWithdrawal(posting, withdrawal, trace, ctx)).toMatchObject({
      kind: 'gone',
      detail: 'A3 公示单仍可下载',
    });
    stale = null;
    expect(await adapter.observeWithdrawal(posting, withdrawal, trace, ctx)).toMatchObject({
      kind: 'present',
    });
  });

  it('give nothing to print once it is withdrawn', async () => {
    await release(first);
    await boards.withdraw(withdrawal);
    expect((await http.inject(`/sheets/${first.publication}-A3.pdf`)).statusCode).toBe(410);
    expect((await http.inject(`/q/${first.publication}?e=1`)).payload).toContain('检修取消');
  });

  it('take a photo of the posted sheet as proof', async () => {
    await release(first);
    const { sheet } = await render(first);
    const answer = await photo('B001', await firstPicture(sheet, { paper: 'A3', width: 900 }));
    expect(answer.json()).toEqual({
      words: '《关于灵泉东路停水检修的通知》第1版：已核验张贴于灵泉街道公示栏',
    });
    expect(await tasks()).toEqual([
      ['B001', 'none', 'photo'],
      ['B002', 'post', null],
    ]);
  });

  it('get a list whole, on several sheets, and are asked for all of them', async () => {
    const rendition = await renderEdition(printed.list, chosen, ['A3', 'A4']);
    for (const { text } of channel.readings(rendition))
      for (const words of ['王某某', '1,000元', '罗某某', '1,833元', '0873-7123456'])
        expect(text).toContain(words);
    expect(omissionsIn(printed.list.content, channel.readings(rendition))).toEqual([]);
    await release(printed.list);
    const page = (await http.inject('/sheets')).payload;
    for (const { sheets, cut } of rendition.papers) {
      expect({ cut, several: sheets > 1 }).toEqual({ cut: false, several: true });
      expect(page).toContain(`共${sheets}张，请按序号一并张贴`);
    }
    const [a3] = rendition.papers;
    const pictures = await pdfPictures(a3?.pdf ?? Buffer.alloc(0), 900);
    const answer = await photo('B001', pictures.at(-1) ?? Buffer.alloc(0));
    expect(answer.json<{ words: string }>().words).toMatch(/已核验张贴于.*，共\d张，请核对各张齐全$/);
    expect((await tasks())?.[0]).toEqual(['B001', 'none', 'photo']);
  });

  it('open what was released when a notice never had more than one sheet', async () => {
    await release(first);
    const standing = await boards.standing(first.publication);
    const before = standing?.papers.map(({ sheets: _sheets, ...paper }) => paper);
    const kept = standings.schema.parse({ ...standing, papers: before });
    expect(kept.papers).toEqual(before);
    expect(sheetsPage([{ standing: kept, tasks: [] }], [])).not.toContain('请按序号');
  });

  it('see in a photo that an old edition hangs there', async () => {
    await release(first);
    await release(second);
    const { sheet } = await render(first);
    expect(
      (await photo('B001', await firstPicture(sheet, { paper: 'A3', width: 900 }))).json<{
        words: string;
      }>().words,
    ).toContain('请撤旧贴新');
    expect(await tasks()).toEqual([
      ['B001', 'replace', 'photo'],
      ['B002', 'post', null],
    ]);
  });

  it('warn of a sticker with a foreign code, a photo without one, and a stranger', async () => {
    await release(first);
    expect(
      (await photo('B001', await qrPng('https://gg.examp1e.gov.cn/q/7K3QZP4M?e=1'))).json<{ words: string }>()
        .words,
    ).toContain('不是本系统的');
    expect(
      (await photo('B001', await qrPng(`${publicUrl}.evil.example/q/7K3QZP4M?e=1`))).json<{ words: string }>()
        .words,
    ).toContain('不是本系统的');
    expect((await photo('B001', Buffer.from('no picture'))).statusCode).toBe(422);
    expect(
      (await photo('B001', await qrPng(`${publicUrl}/q/7K3QZP4M?e=1`), 'a-token-of-nobody')).statusCode,
    ).toBe(401);
    expect(await tasks()).toEqual([
      ['B001', 'post', null],
      ['B002', 'post', null],
    ]);
  });
});

describe('a sheet that cannot be printed', { timeout: 30_000 }, () => {
  it('has a character no printing font has', () => {
    expect(checkSheet(sampleEdition({ content: { title: '关于𰀀村停水的通知' } }))).toEqual([
      expect.objectContaining({ channel: 'board', field: 'title' }),
    ]);
  });

  it('has an image that is none', () => {
    const media = [
      {
        id: 'a'.repeat(64),
        mediaType: 'image/png' as const,
        bytes: 4,
        data: Buffer.from('none').toString('base64'),
      },
    ];
    expect(checkSheet(sampleEdition({ content: { media } }))).toEqual([
      expect.objectContaining({ field: 'media' }),
    ]);
  });
});

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineTwin, escapeHtml, Shelf, wallPage } from '@towncrier/channel-testkit';
import { z } from 'zod';

const listed = z.object({
  sheets: z.array(
    z.object({
      publication: z.string(),
      edition: z.int(),
      state: z.string(),
      title: z.string(),
      issuer: z.string(),
      words: z.string(),
      scan: z.string(),
      papers: z.array(z.object({ paper: z.string(), sha256: z.string(), url: z.string() })),
      tasks: z.array(
        z.object({
          board: z.string(),
          boardTitle: z.string(),
          paper: z.string(),
          do: z.enum(['post', 'replace', 'remove', 'none']),
        }),
      ),
    }),
  ),
});
type Sheet = z.infer<typeof listed>['sheets'][number];
const scanned = z.object({ headline: z.string(), notes: z.array(z.string()) });

/** A sheet on a board: what is printed on it, and what its code answered when somebody last scanned it. */
interface Hanging {
  id: string;
  board: string;
  boardTitle: string;
  paper: string;
  publication: string;
  edition: number;
  title: string;
  issuer: string;
  words: string;
  scan: string;
  answer: string;
  headline: string;
  file: string;
  at: string;
}

const visitMs = 1000;
/** Newest sheets scanned in one round. */
const lookedAt = 40;
const token = 'twin-staff-token';

/** Somebody far from any board who was sent the code, e.g. as a photo. */
interface Scanned {
  publication: string;
  title: string;
  headline: string;
  answer: string;
  at: string;
}

/**
 * Village staff and passers-by: sheets are printed and posted as soon as they are there, and every code is
 * scanned again and again. Nobody takes a withdrawn sheet down at once.
 */
export const twin = defineTwin({
  id: 'board',
  title: '公示栏',
  faults: [],
  start: async (http, at) => {
    const hanging = await Shelf.open<Hanging>(join(at.data, 'hanging.json'));
    const scans = await Shelf.open<Scanned>(join(at.data, 'scans.json'));
    let visiting: Promise<void> | null = null;
    const ask = (address: string): Promise<Response> =>
      fetch(new URL(address, at.channelUrl), { signal: AbortSignal.timeout(5000) });

    const print = async (sheet: Sheet, paper: string): Promise<string> => {
      const printed = sheet.papers.find((p) => p.paper === paper);
      if (printed === undefined) throw new Error(`no ${paper} of ${sheet.publication}`);
      const bytes = Buffer.from(await (await ask(printed.url)).arrayBuffer());
      if (createHash('sha256').update(bytes).digest('hex') !== printed.sha256)
        throw new Error(`${sheet.publication} ${paper} is not what the list promised`);
      const file = `${sheet.publication}-${sheet.edition}-${paper}.pdf`;
      await mkdir(join(at.data, 'printed'), { recursive: true });
      await writeFile(join(at.data, 'printed', file), bytes);
      return file;
    };
    const post = async (sheet: Sheet, task: Sheet['tasks'][number]): Promise<void> => {
      const { publication, edition, title, issuer, words, scan } = sheet;
      const file = await print(sheet, task.paper);
      const { board, boardTitle, paper } = task;
      const row: Hanging = {
        id: `${board}/${publication}`,
        board,
        boardTitle,
        paper,
        publication,
        edition,
        title,
        issuer,
        words,
        scan,
        answer: '',
        headline: '',
        file,
        at: new Date().toISOString(),
      };
      const index = hanging.items.findIndex((h) => h.id === row.id);
      if (index < 0) hanging.items.push(row);
      else hanging.items[index] = row;
      await hanging.save();
      await fetch(`${at.channelUrl}/postings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ publication, board, edition, state: 'posted' }),
        signal: AbortSignal.timeout(5000),
      });
    };
    const scan = async (
      code: string,
      board: string | null,
    ): Promise<{ headline: string; answer: string }> => {
      const address = new URL(code);
      address.pathname += '.json';
      if (board !== null) address.searchParams.set('b', board);
      const { headline, notes } = scanned.parse(await (await ask(address.href)).json());
      return { headline, answer: notes.join(' ') };
    };
    const scanFromAfar = async ({ publication, title, scan: code }: Sheet): Promise<void> => {
      const row = { publication, title, ...(await scan(code, null)), at: new Date().toISOString() };
      const index = scans.items.findIndex((s) => s.publication === publication);
      if (index < 0) scans.items.push(row);
      else scans.items[index] = row;
    };
    const visit = async (): Promise<void> => {
      const { sheets } = listed.parse(await (await ask('/sheets.json')).json());
      const due = sheets.flatMap((sheet) =>
        sheet.tasks
          .filter((task) => task.do === 'post' || task.do === 'replace')
          .map((task) => ({ sheet, task })),
      );
      // What cannot be printed or reached is left for the next round.
      for (const { sheet, task } of due) await post(sheet, task).catch(() => undefined);
      for (const row of hanging.items.slice(-lookedAt))
        Object.assign(row, await scan(row.scan, row.board).catch(() => ({})));
      for (const sheet of sheets.slice(0, lookedAt)) await scanFromAfar(sheet).catch(() => undefined);
      await hanging.save();
      await scans.save();
    };
    /** One round at a time; who asks during one waits for it and gets one of their own. */
    const round = async (): Promise<void> => {
      await visiting?.catch(() => undefined);
      visiting ??= visit().finally(() => {
        visiting = null;
      });
      await visiting.catch(() => undefined);
    };
    const timer = setInterval(() => {
      if (visiting === null) void round();
    }, visitMs);

    http.get('/printed/:file', (request, reply) => {
      const row = hanging.items.find((h) => h.file === (request.params as { file: string }).file);
      return row === undefined
        ? reply.code(404).send()
        : reply.type('application/pdf').send(createReadStream(join(at.data, 'printed', row.file)));
    });

    return {
      shown: async () => {
        await round();
        const boards = hanging.items.map((h) => ({
          id: h.id,
          about: h.publication,
          target: h.board,
          text: `${h.words}\n扫码：${h.headline} ${h.answer}`,
          visible: true,
          at: h.at,
        }));
        return [
          ...boards,
          ...scans.items.map((s) => ({
            id: `scan/${s.publication}`,
            about: s.publication,
            target: '扫码',
            text: `${s.title}\n扫码：${s.headline} ${s.answer}`,
            visible: true,
            at: s.at,
          })),
        ];
      },
      clear: async () => {
        await hanging.clear();
        await scans.clear();
      },
      wall: () => wallPage('公示栏', style, `<main>${wall(hanging.items)}</main>`),
      close: async () => {
        clearInterval(timer);
        await visiting?.catch(() => undefined);
      },
    };
  },
});

const style =
  'main{max-width:1100px;margin:0 auto;padding:16px}section{background:#7a5a3a;border:10px solid #5d4327;border-radius:6px;padding:16px;margin-bottom:20px}h2{margin:0 0 12px;color:#fff;font-size:18px}.s{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:14px}article{background:#fffef8;border-top:10px solid #b0171f;padding:12px 14px;box-shadow:0 2px 6px #0005;color:inherit}h3{margin:0 0 4px;font-size:17px;line-height:1.35}small{color:#6b7280}.v{display:inline-block;margin-top:8px;border-radius:6px;padding:2px 10px;background:#e8f3ec;color:#0b6b3a;font-weight:600}.v.old{background:#fff1e0;color:#9a4a00}.v.gone{background:#fdeaea;color:#a8141c}.none{color:#e9ddcd}p{margin:6px 0 0;font-size:14px}';

function wall(items: readonly Hanging[]): string {
  const boards = new Map(items.map((h) => [h.board, h.boardTitle]));
  if (boards.size === 0) return '<section><h2>公示栏</h2><span class="none">还没有张贴</span></section>';
  return [...boards]
    .map(
      ([board, title]) =>
        `<section><h2>${escapeHtml(`${title} ${board}`)}</h2><div class="s">${items
          .filter((h) => h.board === board)
          .toReversed()
          .slice(0, 12)
          .map(sheetOf)
          .join('')}</div></section>`,
    )
    .join('');
}

function sheetOf(h: Hanging): string {
  const kind = h.headline === '已撤回' ? ' gone' : h.headline === '现行有效' ? '' : ' old';
  return `<article><h3>${escapeHtml(h.title)}</h3><small>${escapeHtml(h.issuer)} · 第${h.edition}版 · <a href="/printed/${h.file}">${h.paper} 打印件</a></small><br><span class="v${kind}">扫码：${escapeHtml(h.headline || '…')}</span><p>${escapeHtml(h.answer)}</p></article>`;
}

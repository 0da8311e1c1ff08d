import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoardWalls } from './board.walls.ts';
import { scanAnswer, sheetList, type Sheet, type Task } from './sheet.list.ts';

/** Newest sheets scanned in one round. */
const lookedAt = 40;
const token = 'twin-staff-token';
const timeoutMs = 5000;

/** Village staff and passers-by: they print, post, and scan every code again and again. */
export class Village {
  private visiting: Promise<void> | null = null;

  constructor(
    private readonly walls: BoardWalls,
    private readonly data: string,
    private readonly channelUrl: string,
  ) {}

  get busy(): boolean {
    return this.visiting !== null;
  }

  /** One round at a time; who asks during one waits for it and gets one of their own. */
  async round(): Promise<void> {
    await this.idle();
    this.visiting ??= this.visit().finally(() => {
      this.visiting = null;
    });
    await this.visiting.catch(() => undefined);
  }

  async idle(): Promise<void> {
    await this.visiting?.catch(() => undefined);
  }

  printed(file: string): string {
    return join(this.data, 'printed', file);
  }

  private async visit(): Promise<void> {
    const { sheets } = sheetList.parse(await (await this.ask('/sheets.json')).json());
    const due = sheets.flatMap((sheet) =>
      sheet.tasks
        .filter((task) => task.do === 'post' || task.do === 'replace')
        .map((task) => ({ sheet, task })),
    );
    // What cannot be printed or reached is left for the next round.
    for (const { sheet, task } of due) await this.post(sheet, task).catch(() => undefined);
    for (const hung of this.walls.sheets.slice(-lookedAt))
      Object.assign(hung, await this.scan(hung.scan, hung.board).catch(() => ({})));
    for (const sheet of sheets.slice(0, lookedAt)) await this.scanFromAfar(sheet).catch(() => undefined);
    await this.walls.save();
  }

  private async post(sheet: Sheet, { board, boardTitle, paper }: Task): Promise<void> {
    const { publication, edition, title, issuer, words, scan } = sheet;
    const file = await this.print(sheet, paper);
    await this.walls.hang({
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
    });
    await this.tell({ publication, board, edition, state: 'posted' });
  }

  /** @returns the file's name; @throws Error when it is not what the list promised */
  private async print(sheet: Sheet, paper: string): Promise<string> {
    const printed = sheet.papers.find((p) => p.paper === paper);
    if (printed === undefined) throw new Error(`no ${paper} of ${sheet.publication}`);
    const bytes = Buffer.from(await (await this.ask(printed.url)).arrayBuffer());
    if (createHash('sha256').update(bytes).digest('hex') !== printed.sha256)
      throw new Error(`${sheet.publication} ${paper} is not what the list promised`);
    const file = `${sheet.publication}-${sheet.edition}-${paper}.pdf`;
    await mkdir(join(this.data, 'printed'), { recursive: true });
    await writeFile(this.printed(file), bytes);
    return file;
  }

  /** As a phone does it, for machines. @param board null: not read off a board */
  private async scan(code: string, board: string | null): Promise<{ headline: string; answer: string }> {
    const address = new URL(code);
    address.pathname += '.json';
    if (board !== null) address.searchParams.set('b', board);
    const { headline, notes } = scanAnswer.parse(await (await this.ask(address.href)).json());
    return { headline, answer: notes.join(' ') };
  }

  private async scanFromAfar({ publication, title, scan: code }: Sheet): Promise<void> {
    this.walls.note({ publication, title, ...(await this.scan(code, null)), at: new Date().toISOString() });
  }

  private ask(address: string): Promise<Response> {
    return fetch(new URL(address, this.channelUrl), { signal: AbortSignal.timeout(timeoutMs) });
  }

  private async tell(report: object): Promise<void> {
    await fetch(`${this.channelUrl}/postings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(report),
      signal: AbortSignal.timeout(timeoutMs),
    });
  }
}

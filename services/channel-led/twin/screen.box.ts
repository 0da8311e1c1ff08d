import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const item = z.object({
  notice: z.string(),
  edition: z.int(),
  kind: z.enum(['notice', 'withdrawal']),
  title: z.string(),
  text: z.string(),
  priority: z.int(),
  from: z.string(),
  to: z.string(),
  pages: z.array(z.object({ url: z.string(), sha256: z.string(), bytes: z.int(), ms: z.int() })).min(1),
});
export type Item = z.infer<typeof item>;
const playlist = z.object({
  v: z.literal(1),
  screen: z.string(),
  rev: z.string(),
  issuedAt: z.string(),
  items: z.array(item),
});
export const screens = z.object({
  screens: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(['strip', 'screen']),
      width: z.int(),
      height: z.int(),
    }),
  ),
});
export type ScreenFacts = z.infer<typeof screens>['screens'][number];

/**
 * A simulated box behind one screen: what it verified it keeps in its own folder and shows, with or without
 * network.
 */
export class ScreenBox {
  items: readonly Item[] = [];
  problem: string | null = null;
  /** Somebody may have pulled the plug. */
  on = true;
  private etag = '';
  private issuedAt = '';
  private beatAt = 0;
  private unsent: object[] = [];

  constructor(
    readonly facts: ScreenFacts,
    private readonly folder: string,
    private readonly channelUrl: string,
    private readonly token: string,
  ) {}

  file(sha256: string): string {
    return join(this.folder, 'pages', `${sha256}.png`);
  }

  /** One look at the playlist. @returns what is new and verified, or null when nothing changed */
  async poll(): Promise<readonly Item[] | null> {
    const answer = await this.ask(
      `/player/v1/playlist?screen=${this.facts.id}`,
      this.etag === '' ? {} : { 'if-none-match': this.etag },
    );
    if (answer.status === 304) return null;
    if (!answer.ok) throw new Error(`the playlist answered ${answer.status}`);
    const body = Buffer.from(await answer.arrayBuffer());
    const key = createPublicKey({
      key: Buffer.from(await this.key(), 'base64'),
      format: 'der',
      type: 'spki',
    });
    if (!verify(null, body, key, Buffer.from(answer.headers.get('x-towncrier-signature') ?? '', 'base64')))
      throw new Error('the signature of the playlist is wrong');
    const next = playlist.parse(JSON.parse(body.toString()));
    if (next.screen !== this.facts.id || next.issuedAt < this.issuedAt)
      throw new Error('this playlist is for another screen, or an old one');
    for (const page of next.items.flatMap((i) => i.pages)) await this.fetchPage(page.url, page.sha256);
    const before = new Set(this.items.map(nameOf));
    [this.items, this.issuedAt, this.etag, this.beatAt] = [
      next.items,
      next.issuedAt,
      answer.headers.get('etag') ?? '',
      0,
    ];
    return next.items.filter((i) => !before.has(nameOf(i)));
  }

  due(now: string): readonly Item[] {
    return this.items.filter((i) => i.from <= now && now < i.to);
  }

  /** Notes that an item was shown with pages that were verified; `flush` tells the service. */
  shown(of: Item, at: string): void {
    this.unsent.push({
      uuid: randomUUID(),
      notice: of.notice,
      edition: of.edition,
      kind: of.kind,
      pages: of.pages.map((p) => p.sha256),
      start: at,
      ms: of.pages.reduce((total, p) => total + p.ms, 0),
      source: 'live',
    });
  }

  async flush(now: Date): Promise<void> {
    if (this.unsent.length > 0) {
      const sending = this.unsent.slice(0, 200);
      const answer = await this.tell('plays', { screen: this.facts.id, plays: sending });
      if (!answer.ok) throw new Error(`the report was answered with ${answer.status}`);
      this.unsent = this.unsent.filter((play) => !sending.includes(play));
    }
    if (now.getTime() - this.beatAt < 10_000) return;
    this.beatAt = now.getTime();
    const items = this.due(now.toISOString()).map(({ notice, edition, kind }) => ({ notice, edition, kind }));
    await this.tell('heartbeat', {
      screen: this.facts.id,
      rev: this.etag.replaceAll('"', ''),
      items,
      clock: now.toISOString(),
    });
  }

  private async fetchPage(url: string, sha256: string): Promise<void> {
    const target = this.file(sha256);
    if (existsSync(target)) return;
    const answer = await this.ask(url);
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (!answer.ok || createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new Error(`page ${sha256.slice(0, 8)} is not what the playlist promised`);
    await mkdir(join(this.folder, 'pages'), { recursive: true });
    await writeFile(`${target}.new`, bytes);
    await rename(`${target}.new`, target);
  }

  /** Kept since first sight: a playlist signed by anybody else is refused. */
  private async key(): Promise<string> {
    const file = join(this.folder, 'key.txt');
    const kept = await readFile(file, 'utf8').catch(() => null);
    if (kept !== null) return kept;
    const { spki } = z.object({ spki: z.string() }).parse(await (await this.ask('/player/v1/key')).json());
    await mkdir(this.folder, { recursive: true });
    await writeFile(file, spki);
    return spki;
  }

  private ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.channelUrl}${path}`, { headers, signal: AbortSignal.timeout(5000) });
  }
  private tell(what: 'plays' | 'heartbeat', body: object): Promise<Response> {
    return fetch(`${this.channelUrl}/player/v1/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5000),
    });
  }
}

export const nameOf = (i: Pick<Item, 'notice' | 'edition' | 'kind'>): string =>
  `${i.notice}/${i.edition}/${i.kind}`;

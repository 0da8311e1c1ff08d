import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostTwin, type HostedTwin, registerOf } from '@towncrier/channel-testkit';
import { sampleEdition } from '@towncrier/channel-testkit/testing';
import type { Adapter, Context, Withdrawal } from '@towncrier/channel-kit';
import type { IllustratedEdition } from '@towncrier/contracts';
import { loadSettings } from '@towncrier/settings';
import { everyOne, openSqliteStore, type Store } from '@towncrier/storage';
import { articles } from '../src/manifest.ts';
import { channel } from '../src/channel.ts';
import { settings, type SiteSettings } from '../src/settings.ts';
import type { WebsiteRendition } from '../src/website.rendition.ts';
import { twin } from '../twin/twin.ts';

/** A site on a real disk behind a real web server, for tests. */
export class Site {
  readonly warnings: string[] = [];
  private constructor(
    readonly folder: string,
    readonly store: Store,
    readonly server: HostedTwin,
    private now: string,
  ) {}

  static async open(now = '2026-11-23T02:00:00.000Z'): Promise<Site> {
    const folder = await mkdtemp(join(tmpdir(), 'towncrier-site-'));
    const server = await hostTwin(twin, {
      host: '127.0.0.1',
      port: 0,
      data: join(folder, 'twin'),
      channelUrl: '',
      channelData: folder,
    });
    return new Site(folder, await openSqliteStore(join(folder, 'store')), server, now);
  }

  get root(): string {
    return join(this.folder, 'public');
  }
  settings(over: Record<string, string> = {}): SiteSettings {
    return loadSettings(settings, { SITE_ROOT: this.root, SITE_URL: this.server.url, ...over });
  }

  /** A process of the channel: what it does at start is done. */
  async process(over: Record<string, string> = {}): Promise<Adapter<WebsiteRendition>> {
    const log = {
      info: () => undefined,
      warn: (_fields: object, words: string) => void this.warnings.push(words),
    };
    const settings = this.settings(over);
    const { store, folder } = this;
    return channel.adapter({
      settings,
      store: this.store,
      clock: () => new Date(this.now),
      log,
      publicUrl: '',
      targets: await registerOf(channel, { settings, store, folder }),
    });
  }

  clock(now: string): void {
    this.now = now;
  }

  context(edition: IllustratedEdition, over: Partial<Context> = {}): Context {
    return {
      idempotencyKey: `${edition.publication}:${edition.edition}:website:publish`,
      lane: 'normal',
      signal: new AbortController().signal,
      batch: { number: 0, targets: [] },
      previous: null,
      target: null,
      releasedAt: this.now,
      corrects: edition.corrects,
      startedAt: this.now,
      ...over,
    };
  }

  async publish(
    adapter: Adapter<WebsiteRendition>,
    edition: IllustratedEdition,
    over: Partial<Context> = {},
  ): Promise<void> {
    const [rendition, context] = [
      await channel.render(edition, this.settings()),
      this.context(edition, over),
    ];
    await adapter.prepare?.(rendition, context);
    await adapter.publish(rendition, null, context);
  }

  async withdraw(
    adapter: Adapter<WebsiteRendition>,
    edition: IllustratedEdition,
    { successor, ...said }: Pick<Withdrawal, 'reason' | 'act'> & { readonly successor?: string },
  ): Promise<Withdrawal> {
    const { publication, links, content } = edition;
    const withdrawal = {
      publication,
      edition: edition.edition,
      title: content.title,
      links: { ...links, successor },
      withdrawnAt: this.now,
      ...said,
    };
    const posting = { key: '', edition: edition.edition, reference: publication, hash: '' };
    await adapter.withdraw(posting, withdrawal, this.context(edition));
    return withdrawal;
  }

  /** As an earlier release left the manifest. */
  async forgetRespondents(): Promise<void> {
    const known = await this.store.collection(articles);
    for await (const { _id } of everyOne(known, {}))
      await known.change(_id, (doc) => {
        if (doc?.shown == null) return null;
        const { issuer: _issuer, phone: _phone, ...shown } = doc.shown;
        return { ...doc, shown };
      });
  }

  async get(path: string): Promise<string> {
    return (await fetch(`${this.server.url}/${path}`)).text();
  }
  file(path: string): Promise<string> {
    return readFile(join(this.root, path), 'utf8');
  }
  files(path: string): Promise<string[]> {
    return readdir(join(this.root, path)).catch(() => []);
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.store.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export const notice = (number: number, title = `第${number}号通知`): IllustratedEdition =>
  sampleEdition({ publication: String(number).padStart(8, '0'), content: { title } });

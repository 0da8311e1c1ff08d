import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adapter, Context, Withdrawal } from '@towncrier/channel-kit';
import { freePort, registerOf } from '@towncrier/channel-testkit';
import type { IllustratedEdition } from '@towncrier/contracts';
import { loadSettings } from '@towncrier/settings';
import { openSqliteStore, type Store } from '@towncrier/storage';
import Fastify, { type FastifyInstance } from 'fastify';
import { channel } from '../src/channel.ts';
import type { PortalRendition } from '../src/portal.rendition.ts';
import { settings, type PortalSettings } from '../src/settings.ts';

const now = '2026-11-23T02:00:00.000Z';

/** A login page that phones can open, for tests that look at pages. */
export class Portal {
  private constructor(
    readonly url: string,
    private readonly site: PortalSettings,
    private readonly folder: string,
    private readonly store: Store,
    private readonly http: FastifyInstance,
    private readonly adapter: Adapter<PortalRendition>,
  ) {}

  static async open(): Promise<Portal> {
    const folder = await mkdtemp(join(tmpdir(), 'towncrier-portal-'));
    const store = await openSqliteStore(folder);
    const port = await freePort('127.0.0.1');
    const url = `http://127.0.0.1:${port}`;
    const site = loadSettings(settings, { PORTAL_URL: url });
    const adapter = await channel.adapter({
      settings: site,
      store,
      clock: () => new Date(now),
      log: { info: () => undefined, warn: () => undefined },
      publicUrl: url,
      targets: await registerOf(channel, { settings: site, store, folder }),
    });
    const http = Fastify({ forceCloseConnections: true });
    await adapter.serve?.(http, { sighted: () => undefined });
    await http.listen({ port, host: '127.0.0.1' });
    return new Portal(url, site, folder, store, http, adapter);
  }

  async publish(edition: IllustratedEdition, lane: Context['lane'] = 'normal'): Promise<void> {
    await this.adapter.publish(await channel.render(edition, this.site), null, this.context(edition, lane));
  }

  async withdraw(edition: IllustratedEdition, said: Pick<Withdrawal, 'reason' | 'act'>): Promise<void> {
    const { publication, content, links } = edition;
    const withdrawal = { publication, edition: 1, title: content.title, links, withdrawnAt: now, ...said };
    const posting = { key: '', edition: 1, reference: publication, hash: '' };
    await this.adapter.withdraw(posting, withdrawal, this.context(edition, 'urgent'));
  }

  async close(): Promise<void> {
    await this.http.close();
    await this.adapter.close?.();
    await this.store.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private context({ publication, corrects }: IllustratedEdition, lane: Context['lane']): Context {
    return {
      idempotencyKey: `${publication}:1:portal:publish`,
      lane,
      signal: new AbortController().signal,
      batch: { number: 0, targets: [] },
      previous: null,
      target: null,
      releasedAt: now,
      corrects,
      startedAt: now,
    };
  }
}

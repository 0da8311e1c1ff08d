import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, Trace } from '@towncrier/channel-kit';
import { freePort, hostTwin, type HostedTwin, registerOf } from '@towncrier/channel-testkit';
import { sampleEdition } from '@towncrier/channel-testkit/testing';
import { openSqliteStore } from '@towncrier/storage';
import { Library } from './library.ts';
import Fastify from 'fastify';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { settings } from '../src/settings.ts';
import type { Prepared, WechatAdapter, WechatRendition } from '../src/wechat.adapter.ts';
import { twin } from '../twin/twin.ts';

const host = '127.0.0.1';
type Edited = Parameters<typeof sampleEdition>[0];

/** The adapter against its twin, with no kit between them; its callback door stands open. */
export interface WechatTown {
  readonly twin: HostedTwin;
  readonly adapter: WechatAdapter;
  /** Deliveries of which the platform said that a job is over. */
  readonly sighted: string[];
  render(over?: Edited): Promise<WechatRendition>;
  /** Published and out. @returns what `publish` answered, and what was made for it */
  published(rendition: WechatRendition, ctx?: Context): Promise<{ reference: string; prepared: Prepared }>;
  /** Media ids of the covers in the library of the main account. */
  covers(): Promise<readonly string[]>;
  /** As a person does on the platform's own page. */
  emptyLibrary(): Promise<void>;
  close(): Promise<void>;
}

export async function wechatTown(): Promise<WechatTown> {
  const data = await mkdtemp(join(tmpdir(), 'towncrier-wechat-'));
  const [port, own] = [await freePort(host), await freePort(host)];
  const channelUrl = `http://${host}:${own}`;
  const hosted = await hostTwin(twin, { host, port, data, channelUrl, channelData: data });
  const chosen = settings.parse({ ...pkg.towncrier.environment, WECHAT_API_URL: hosted.url });
  const store = await openSqliteStore(data);
  const log = { info: () => undefined, warn: () => undefined };
  const adapter = (await channel.adapter({
    settings: chosen,
    store,
    clock: () => new Date(),
    log,
    publicUrl: channelUrl,
    targets: await registerOf(channel, { settings: chosen, store, folder: data }),
  })) as WechatAdapter;
  const sighted: string[] = [];
  const [calls, submitted]: [string[], string[]] = [[], []];
  const http = Fastify({ forceCloseConnections: true });
  http.addHook('onResponse', async (request) => void calls.push(request.method));
  adapter.serve(http, { sighted: (key) => sighted.push(key) });
  await http.listen({ host, port: own });
  const library = new Library(hosted.url);
  return {
    covers: () => library.all(),
    emptyLibrary: () => library.empty(),
    twin: hosted,
    adapter,
    sighted,
    render: (over) => channel.render(sampleEdition(over), chosen),
    published: async (rendition, ctx = contextAt()) => {
      const prepared = await adapter.prepare(rendition, ctx);
      const { reference } = await adapter.publish(rendition, prepared, ctx);
      submitted.push(reference);
      return { reference, prepared };
    },
    close: async () => {
      // The platform goes on publishing for a moment, and calls back when it is done.
      while (calls.length < submitted.length) await new Promise((resolve) => setTimeout(resolve, 25));
      await http.close();
      await hosted.close();
      await store.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

export const contextAt = (over: Partial<Context> = {}): Context => ({
  idempotencyKey: '7K3QZP4M:1:wechat:publish',
  lane: 'normal',
  signal: AbortSignal.timeout(10_000),
  batch: { number: 0, targets: [] },
  previous: null,
  target: null,
  releasedAt: new Date().toISOString(),
  corrects: undefined,
  startedAt: new Date().toISOString(),
  ...over,
});

export const traceOf = (reference: string | null, prepared: Prepared | null = null): Trace<Prepared> => ({
  idempotencyKey: '7K3QZP4M:1:wechat:publish',
  prepared,
  reference,
  hint: null,
});

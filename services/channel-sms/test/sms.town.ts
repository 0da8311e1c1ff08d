import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formsOf, type Context, type Trace } from '@towncrier/channel-kit';
import { freePort, hostTwin, type HostedTwin, registerOf } from '@towncrier/channel-testkit';
import { sampleEdition } from '@towncrier/channel-testkit/testing';
import { openSqliteStore, type Collection } from '@towncrier/storage';
import Fastify from 'fastify';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { results, type Result } from '../src/results.ts';
import { settings } from '../src/settings.ts';
import type { SmsAdapter } from '../src/sms.adapter.ts';
import type { SmsRendition } from '../src/sms.rendition.ts';
import { twin } from '../twin/twin.ts';

const host = '127.0.0.1';
export const key = '7K3QZP4M:1:sms:publish';
const three = demonstration.filter(({ facts }) => facts.route === undefined).slice(0, 3);
/** Three recipients of the demonstration who go by the county's main route, and their invented numbers. */
export const people: readonly string[] = three.map(({ id }) => id);
export const numbers: readonly string[] = three.map(({ secrets }) => secrets.phone);

/** The adapter against its twin, with no kit between them; its door for reports stands open. */
export interface SmsTown {
  readonly twin: HostedTwin;
  readonly adapter: SmsAdapter;
  readonly results: Collection<Result>;
  readonly url: string;
  readonly sighted: string[];
  /** Of the forms of all routes that the register has. */
  render(): Promise<SmsRendition>;
  close(): Promise<void>;
}

export async function smsTown(over: Readonly<Record<string, string>> = {}): Promise<SmsTown> {
  const data = await mkdtemp(join(tmpdir(), 'towncrier-sms-'));
  const [port, own] = [await freePort(host), await freePort(host)];
  const url = `http://${host}:${own}`;
  const hosted = await hostTwin(twin, { host, port, data, channelUrl: url, channelData: data });
  const { environment } = pkg.towncrier;
  const chosen = settings.parse({
    ...environment,
    SMS_API_URL: hosted.url,
    ...over,
  });
  const store = await openSqliteStore(data);
  const log = { info: () => undefined, warn: () => undefined };
  const clock = (): Date => new Date();
  const register = await registerOf(channel, { settings: chosen, store, folder: data });
  const adapter = (await channel.adapter({
    settings: chosen,
    store,
    clock,
    log,
    publicUrl: url,
    targets: register,
  })) as SmsAdapter;
  const sighted: string[] = [];
  const http = Fastify({ forceCloseConnections: true });
  adapter.serve(http, { sighted: (call) => sighted.push(call) });
  await http.listen({ host, port: own });
  return {
    twin: hosted,
    adapter,
    results: await store.collection(results),
    url,
    sighted,
    render: async () => channel.render(sampleEdition(), chosen, await formsOf(channel, register)),
    close: async () => {
      await hosted.close();
      await http.close();
      await store.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

export const contextAt = (targets: readonly string[], over: Partial<Context> = {}): Context => ({
  idempotencyKey: key,
  lane: 'normal',
  signal: AbortSignal.timeout(10_000),
  batch: { number: 0, targets },
  previous: null,
  target: null,
  releasedAt: new Date().toISOString(),
  corrects: undefined,
  startedAt: new Date().toISOString(),
  ...over,
});

export const traceOf = (reference: string | null): Trace<null> => ({
  idempotencyKey: key,
  prepared: null,
  reference,
  hint: null,
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, hostTwin, type HostedTwin } from '@towncrier/channel-testkit';
import { sampleEdition } from '@towncrier/channel-testkit/testing';
import { noTargets, type Context, type TargetReader, type Trace } from '@towncrier/channel-kit';
import type { Block } from '@towncrier/contracts';
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { settings } from '../src/settings.ts';
import { WeiboAccounts } from '../src/weibo.accounts.ts';
import { WeiboAdapter } from '../src/weibo.adapter.ts';
import type { WeiboRendition } from '../src/weibo.rendition.ts';
import { twin } from '../twin/twin.ts';

const host = '127.0.0.1';

/** The accounts of the demonstration, as the register tells of them. */
const register: TargetReader = {
  ...noTargets,
  active: async function* () {
    yield* demonstration;
  },
  secret: (id) => Promise.resolve(demonstration.find((a) => a.id === id)?.secrets.accessToken ?? null),
};

/** The adapter against its twin, with no kit between them. */
export interface WeiboTown {
  readonly twin: HostedTwin;
  readonly accounts: WeiboAccounts;
  readonly adapter: WeiboAdapter;
  readonly close: () => Promise<void>;
}

export async function weiboTown(): Promise<WeiboTown> {
  const data = await mkdtemp(join(tmpdir(), 'towncrier-weibo-'));
  const port = await freePort(host);
  const hosted = await hostTwin(twin, {
    host,
    port,
    data,
    channelUrl: `http://${host}:9`,
    channelData: data,
  });
  const chosen = settings.parse({ WEIBO_API_URL: hosted.url, WEIBO_RIP: '203.0.113.7' });
  const accounts = new WeiboAccounts(chosen, register, () => new Date());
  const close = async (): Promise<void> => {
    await hosted.close();
    await rm(data, { recursive: true, force: true });
  };
  return { twin: hosted, accounts, adapter: new WeiboAdapter(accounts, hosted.url), close };
}

/** @param body of the notice; that of the sample where absent */
export const rendered = (publication = '7K3QZP4M', body?: readonly Block[]): Promise<WeiboRendition> =>
  channel.render(
    sampleEdition({
      publication,
      ...(body === undefined ? {} : { content: { body: { type: 'doc', content: [...body] } } }),
    }),
    settings.parse({ WEIBO_API_URL: `http://${host}:9` }),
  );

export const contextAt = (startedAt = new Date().toISOString()): Context => ({
  idempotencyKey: '7K3QZP4M:1:weibo:publish',
  lane: 'normal',
  signal: AbortSignal.timeout(30_000),
  batch: { number: 0, targets: [] },
  previous: null,
  target: null,
  releasedAt: startedAt,
  corrects: undefined,
  startedAt,
});

export const traceOf = (reference: string | null): Trace<null> => ({
  idempotencyKey: '7K3QZP4M:1:weibo:publish',
  prepared: null,
  reference,
  hint: null,
});

import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OutboxEntry } from '@towncrier/messaging';
import { openStore, type Store } from '@towncrier/storage';
import { composeHub, type Hub } from '../compose.ts';
import type { HubParts } from '../ports/hub.parts.ts';
import { createApp } from '../hub.app.ts';
import { publicationIdFrom } from '../publications/publication.id.ts';
import { publications } from '../publications/publication.document.ts';
import { hubSettings, type HubSettings } from '../ports/hub.settings.ts';
import { FakeBroker } from './fake.broker.ts';
import { people } from '../access/people/people.documents.ts';
import { codeOf } from '../access/people/second-factor.ts';
import { HubClient, type Answer } from './hub.client.ts';

const quiet = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields: object, words: string) => {
    process.stderr.write(`${words} ${JSON.stringify(fields)}\n`);
  },
};

interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly secondFactor?: string;
}

/**
 * A hub on a free port with a real store in a folder of its own, and a broker in memory. The clock stands
 * until it is moved.
 */
export class HubLab {
  private readonly replicas: Hub[] = [];
  private entering: Promise<unknown> = Promise.resolve();
  private constructor(
    readonly hub: Hub,
    readonly app: NestFastifyApplication,
    readonly broker: FakeBroker,
    readonly store: Store,
    readonly url: string,
    private readonly folder: string,
    private readonly clock: { now: number },
  ) {}

  static async open(settings: Partial<HubSettings> = {}): Promise<HubLab> {
    const folder = await mkdtemp(join(tmpdir(), 'towncrier-hub-'));
    const broker = new FakeBroker();
    broker.announce('website', 'sms');
    const clock = { now: Date.parse('2026-11-23T01:00:00.000Z') };
    const store = await openStore({ service: 'hub', dataDir: folder });
    const parts: HubParts = {
      settings: {
        ...hubSettings.parse({
          PORT: '1',
          MONITOR_TOKEN: 'monitor-token-of-the-lab',
          TOWNCRIER_DATA: folder,
          CONSOLE_DIR: join(folder, 'console'),
          RECONCILE_EVERY_MS: '3600000',
        }),
        ...settings,
      },
      store,
      broker,
      log: quiet,
      clock: () => new Date(clock.now),
      random: (n) => randomBytes(n),
      metrics: { render: async () => '# none\n', outboxRelayed: () => undefined },
    };
    return HubLab.start(parts, broker, folder, clock);
  }

  private static async start(
    parts: HubParts,
    broker: FakeBroker,
    folder: string,
    clock: { now: number },
  ): Promise<HubLab> {
    const hub = await composeHub(parts);
    const app = await createApp(hub);
    await hub.start();
    await app.listen(0, '127.0.0.1');
    return new HubLab(hub, app, broker, parts.store, await app.getUrl(), folder, clock);
  }

  /** This hub's process ends, and another one opens the same store. Only the other one is to be closed. */
  async restarted(): Promise<HubLab> {
    await this.stop();
    return HubLab.start(this.hub.parts, this.broker, this.folder, this.clock);
  }

  /** One more hub on the same store, without a web server. */
  async replica(): Promise<void> {
    const another = await composeHub(this.hub.parts);
    this.replicas.push(another);
    await another.start();
  }

  pass(ms: number): void {
    this.clock.now += ms;
  }

  /** @param via what a proxy in between adds */
  visitor(via: Readonly<Record<string, string>> = {}): HubClient {
    return new HubClient(this.url, via);
  }

  async password(name: string): Promise<string> {
    return (await this.credentials(name))?.password ?? '';
  }

  private async credentials(name: string): Promise<Credentials | undefined> {
    const all = JSON.parse(await readFile(join(this.folder, 'credentials.json'), 'utf8')) as Credentials[];
    return all.find((c) => c.name === name);
  }

  async signedIn(name: string): Promise<HubClient> {
    const client = this.visitor();
    await this.enter(name, client);
    return client;
  }

  /** With both factors; the clock stands, so the last code is taken for half a minute old. */
  enter(name: string, client: HubClient = this.visitor()): Promise<Answer<{ csrf: string }>> {
    const entered = this.entering.then(async () => {
      const { password = '', secondFactor } = (await this.credentials(name)) ?? {};
      if (secondFactor === undefined) return client.signIn(name, password);
      await (
        await this.store.collection(people)
      ).change(name, (doc) =>
        doc === null || doc.secondFactor === null
          ? null
          : { ...doc, secondFactor: { ...doc.secondFactor, usedStep: 0 } },
      );
      return client.signIn(name, password, codeOf(secondFactor, new Date(this.clock.now)));
    });
    this.entering = entered.catch(() => undefined);
    return entered;
  }

  /** What the telephone of somebody shows. */
  async codeOf(name: string): Promise<string> {
    return codeOf((await this.credentials(name))?.secondFactor ?? '', new Date(this.clock.now));
  }

  async outboxOf(publication: string): Promise<readonly OutboxEntry[]> {
    return (await (await this.store.collection(publications)).get(publication))?.outbox ?? [];
  }

  /** That many more publications like this one. */
  async copies(publication: string, count: number): Promise<void> {
    const docs = await this.store.collection(publications);
    const doc = await docs.get(publication);
    if (doc === null) throw new Error(`no ${publication}`);
    const { version: _version, ...rest } = doc;
    for (let n = 0; n < count; n += 1)
      await docs.insert({ ...rest, _id: publicationIdFrom(randomBytes(8)), untrackedSince: doc.updatedAt });
  }

  private async stop(): Promise<void> {
    await this.app.close();
    await Promise.all([this.hub, ...this.replicas].map((hub) => hub.stop()));
  }

  async close(): Promise<void> {
    await this.stop();
    await this.store.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

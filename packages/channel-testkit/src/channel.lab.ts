import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliveryId, type DeliverySettled, type Edition, type Operation } from '@towncrier/contracts';
import { createRuntime, type Channel, type ChannelRuntime, type Rendition } from '@towncrier/channel-kit';
import { loadSettings } from '@towncrier/settings';
import { openSqliteStore, type Store } from '@towncrier/storage';
import Fastify, { type FastifyInstance } from 'fastify';
import { DyingStore } from './dying.store.ts';
import { releasedEvent, withdrawnEvent } from './editions.ts';
import { MemoryBroker } from './memory.broker.ts';
import { freePort, hostTwin, type HostedTwin } from './twin.host.ts';
import type { Twin } from './twin.ts';

export interface LabOptions {
  /** Environment of the channel; templates {twin}, {self}, {data} as in its package.json. */
  readonly environment: Readonly<Record<string, string>>;
  /** Shorter patience than in production, so that faults show quickly. */
  readonly timeoutMs?: number;
}

const host = '127.0.0.1';

/** One channel against its twin: real store, real HTTP, a broker in memory. */
export class ChannelLab<S, R extends Rendition, P> {
  broker = new MemoryBroker();
  readonly logged: string[] = [];
  private runtime: ChannelRuntime | null = null;
  private dying: DyingStore | null = null;
  private http: FastifyInstance | null = null;

  private constructor(
    readonly channel: Channel<S, R, P>,
    readonly settings: S,
    readonly twin: HostedTwin,
    readonly selfUrl: string,
    private readonly port: number,
    private readonly folder: string,
    private readonly store: Store,
  ) {}

  static async open<S, R extends Rendition, P>(
    definition: Channel<S, R, P>,
    twin: Twin,
    options: LabOptions,
  ): Promise<ChannelLab<S, R, P>> {
    const folder = await mkdtemp(join(tmpdir(), `towncrier-${definition.id}-`));
    const [port, twinPort] = [await freePort(host), await freePort(host)];
    const [selfUrl, twinUrl, data] = [
      `http://${host}:${port}`,
      `http://${host}:${twinPort}`,
      join(folder, 'channel'),
    ];
    await mkdir(join(folder, 'twin'), { recursive: true });
    await mkdir(data, { recursive: true });
    const resolve = (value: string): string =>
      value.replaceAll('{twin}', twinUrl).replaceAll('{self}', selfUrl).replaceAll('{data}', data);
    const environment = Object.fromEntries(
      Object.entries(options.environment).map(([key, value]) => [key, resolve(value)]),
    );
    const settings = loadSettings(definition.settings, environment);
    const hosted = await hostTwin(twin, {
      host,
      port: twinPort,
      data: join(folder, 'twin'),
      channelUrl: selfUrl,
      channelData: data,
    });
    const can = { ...definition.can, visibleWithinMs: Math.min(definition.can.visibleWithinMs, 500) };
    const channel = {
      ...definition,
      can,
      timeoutMs: options.timeoutMs ?? 1500,
      observeLadder: [20, 50, 100, 200, 300],
    };
    const lab = new ChannelLab(channel, settings, hosted, selfUrl, port, folder, await openSqliteStore(data));
    await lab.up();
    return lab;
  }

  async up(): Promise<void> {
    this.dying = new DyingStore(this.store);
    const log = (fields: object, words: string): void =>
      void this.logged.push(`${words} ${JSON.stringify(fields)}`);
    this.runtime = await createRuntime(this.channel, {
      settings: this.settings,
      store: this.dying,
      broker: this.broker,
      clock: () => new Date(),
      publicUrl: this.selfUrl,
      log: { info: log, warn: log },
    });
    this.http = Fastify({ forceCloseConnections: true });
    await this.runtime.serve(this.http);
    await this.http.listen({ port: this.port, host });
    await this.runtime.start();
  }

  /** As a crash would: nothing is recorded any more, then a new process starts on the same store. */
  async crashAndRestart(): Promise<void> {
    this.dying?.die();
    await this.http?.close();
    await this.up();
  }

  /**
   * Dies at the moment the far end has answered and nothing is recorded yet.
   * @returns resolves when that has happened
   */
  crashOnNextAnswer(): Promise<void> {
    return new Promise((resolve) => {
      const name = 'towncrier:far-end-answered';
      const die = (): void => {
        unsubscribe(name, die);
        this.dying?.die();
        resolve();
      };
      subscribe(name, die);
    });
  }

  async release(
    edition: Edition,
    over: { deadline?: string; lane?: 'urgent' | 'normal'; renditionHash?: string } = {},
  ): Promise<string> {
    const now = new Date().toISOString();
    const deadline = over.deadline ?? new Date(Date.now() + 3_600_000).toISOString();
    await this.running().inbox.release(releasedEvent(edition, this.channel.id, { now, deadline, ...over }));
    return this.idOf(edition, 'publish');
  }

  async withdraw(edition: Edition): Promise<string> {
    await this.running().inbox.release(
      withdrawnEvent(edition, this.channel.id, { now: new Date().toISOString() }),
    );
    return this.idOf(edition, 'withdraw');
  }

  /** @throws with the attempts so far when it does not come to rest */
  async settled(delivery: string, withinMs = 20_000): Promise<DeliverySettled> {
    return this.until(
      () => this.broker.settled(delivery),
      withinMs,
      () =>
        `${delivery} did not come to rest: ${JSON.stringify(this.broker.attempts(delivery).map((a) => [a.verb, a.outcome, a.words]))} ${this.logged.slice(-3).join(' | ')}`,
    );
  }

  async until<T>(
    probe: () => T | undefined | false | Promise<T | undefined | false>,
    withinMs = 20_000,
    why: () => string = () => 'it did not happen',
  ): Promise<T> {
    const end = Date.now() + withinMs;
    for (;;) {
      const value = await probe();
      if (value !== undefined && value !== false) return value;
      if (Date.now() > end) throw new Error(why());
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  render(edition: Edition): Promise<R> {
    return this.channel.render(edition, this.settings);
  }

  async close(): Promise<void> {
    await this.runtime?.stop();
    await this.http?.close();
    await this.twin.close();
    await this.store.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private idOf(edition: Edition, operation: Operation): string {
    return deliveryId(edition.publication, edition.edition, this.channel.id, operation);
  }
  private running(): ChannelRuntime {
    if (this.runtime === null) throw new Error('the lab is not up');
    return this.runtime;
  }
}

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  deliveryId,
  registerAnswer,
  registerQuestion,
  type DeliverySettled,
  type Edition,
  type EndingAct,
  type IllustratedEdition,
  type KnownPosting,
  type Operation,
  type RegisterAnswer,
  type RegisterAsked,
  type Target,
} from '@towncrier/contracts';
import {
  createRuntime,
  formsOf,
  type Adapter,
  type Channel,
  type ChannelRuntime,
  type Rendition,
} from '@towncrier/channel-kit';
import { loadSettings } from '@towncrier/settings';
import { openSqliteStore, type Store } from '@towncrier/storage';
import Fastify, { type FastifyInstance } from 'fastify';
import { AnswerPlayer } from './answer.player.ts';
import { DyingStore } from './dying.store.ts';
import { releasedEvent, retryEvent, withdrawnEvent, type HowReleased } from './editions.ts';
import { MemoryBroker } from './memory.broker.ts';
import { freePort, hostTwin, type HostedTwin } from './twin.host.ts';
import type { Twin } from './twin.ts';
import { registerOf } from './register.of.ts';

export interface LabOptions {
  /** Environment of the channel; templates {twin}, {self}, {data} as in its package.json. */
  readonly environment: Readonly<Record<string, string>>;
  /** Shorter patience than in production, so that faults show quickly. */
  readonly timeoutMs?: number;
}

const host = '127.0.0.1';

/** A lab of whatever channel, for those who only use what all have. */
export type AnyLab = ChannelLab<unknown, Rendition, unknown>;

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
    private store: Store,
    readonly player: AnswerPlayer,
  ) {}

  static async open<S, R extends Rendition, P>(
    definition: Channel<S, R, P>,
    twin: Twin,
    options: LabOptions,
  ): Promise<ChannelLab<S, R, P>> {
    const folder = await mkdtemp(join(tmpdir(), `towncrier-${definition.id}-`));
    const data = join(folder, 'channel');
    for (const own of ['channel', 'twin']) await mkdir(join(folder, own), { recursive: true });
    const [port, twinPort] = [await freePort(host), await freePort(host)];
    const [selfUrl, twinUrl] = [`http://${host}:${port}`, `http://${host}:${twinPort}`];
    const environment = resolved(options.environment, { twin: twinUrl, self: selfUrl, data });
    const settings = loadSettings(definition.settings, environment);
    const player = new AnswerPlayer();
    const hosted = await hostTwin(twin, {
      host,
      port: twinPort,
      data: join(folder, 'twin'),
      channelUrl: selfUrl,
      channelData: data,
      player,
    });
    const channel = hurried(definition, options.timeoutMs ?? 1500);
    const store = await openSqliteStore(data);
    const lab = new ChannelLab(channel, settings, hosted, selfUrl, port, folder, store, player);
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
      targetKeyFile: join(this.folder, 'target.key'),
      log: { info: log, warn: log },
    });
    this.http = Fastify({ forceCloseConnections: true });
    this.player.mount(this.http);
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

  /**
   * The disk with the channel's own store is lost: a new process begins with an empty one, and with what a
   * first start puts into it. The far end and the folders of the channel stay as they are.
   */
  async loseStore(): Promise<void> {
    this.dying?.die();
    await this.http?.close();
    await this.store.close();
    const data = join(this.folder, 'channel');
    for (const file of await readdir(data))
      if (file.startsWith('store.')) await rm(join(data, file), { force: true });
    this.store = await openSqliteStore(data);
    this.broker = new MemoryBroker();
    await this.up();
  }

  /** What the channel's register answers. */
  async register(asked: RegisterAsked): Promise<RegisterAnswer> {
    return registerAnswer.parse(await this.broker.ask(registerQuestion(this.channel.id), asked));
  }

  async release(edition: Edition, over: HowReleased = {}): Promise<string> {
    const now = new Date().toISOString();
    const deadline = over.deadline ?? new Date(Date.now() + 3_600_000).toISOString();
    await this.running().inbox.release(releasedEvent(edition, this.channel.id, { now, deadline, ...over }));
    return this.idOf(edition, 'publish');
  }

  /** `standing`: what the ledger knows to stand. */
  async withdraw(
    edition: Edition,
    standing: readonly KnownPosting[] = [],
    how: { readonly act?: EndingAct; readonly reason?: string } = {},
  ): Promise<string> {
    await this.running().inbox.release(
      withdrawnEvent(edition, this.channel.id, { now: new Date().toISOString(), standing, ...how }),
    );
    return this.idOf(edition, 'withdraw');
  }

  /** An operator asks for a delivery to be taken up again, and it has come to rest once more. */
  async retried(edition: Edition, operation: Operation): Promise<DeliverySettled> {
    const delivery = this.idOf(edition, operation);
    const before = this.broker.settlements(delivery);
    await this.running().inbox.retry(retryEvent(edition, this.channel.id, operation));
    await this.until(() => this.broker.settlements(delivery) > before);
    return this.settled(delivery);
  }

  /** @throws with the attempts so far when it does not come to rest */
  async settled(delivery: string, withinMs = 25_000): Promise<DeliverySettled> {
    return this.until(
      () => this.broker.settled(delivery),
      withinMs,
      () => {
        const attempts = this.broker.attempts(delivery).map((a) => [a.verb, a.outcome, a.words]);
        const logged = this.logged.slice(-3).join(' | ');
        return `${delivery} did not come to rest: ${JSON.stringify(attempts)} ${logged}`;
      },
    );
  }

  async until<T>(
    probe: () => T | undefined | false | Promise<T | undefined | false>,
    withinMs = 25_000,
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

  /** With the targets of a first start. */
  async render(edition: IllustratedEdition): Promise<R> {
    return this.channel.render(edition, this.settings, await this.forms());
  }

  /** Of the targets of a first start. */
  forms(): Promise<readonly string[]> {
    const seed = this.channel.targets?.seed(this.settings) ?? [];
    const living = async function* (): AsyncGenerator<Target> {
      yield* seed;
    };
    return formsOf(this.channel, { living });
  }

  /** The targets of a first start. */
  first(): readonly Target[] {
    return this.channel.targets?.seed(this.settings) ?? [];
  }

  /** The verbs alone, without the kit around them, on an empty store of their own. */
  async freshAdapter(
    clock: () => Date,
  ): Promise<{ readonly adapter: Adapter<R, P>; readonly close: () => Promise<void> }> {
    const folder = await mkdtemp(join(this.folder, 'adapter-'));
    const store = await openSqliteStore(folder);
    const log = { info: () => undefined, warn: () => undefined };
    const { settings, selfUrl: publicUrl } = this;
    const targets = await registerOf(this.channel, { settings, store, folder });
    const adapter = await this.channel.adapter({ settings, store, clock, log, publicUrl, targets });
    const close = async (): Promise<void> => {
      await adapter.close?.();
      await store.close();
    };
    return { adapter, close };
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

/** Templates {twin}, {self} and {data} filled in. */
function resolved(
  environment: Readonly<Record<string, string>>,
  words: Readonly<Record<string, string>>,
): Record<string, string> {
  const fill = (value: string): string =>
    Object.entries(words).reduce((filled, [mark, word]) => filled.replaceAll(`{${mark}}`, word), value);
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, fill(value)]));
}

/** The same channel with less patience. */
function hurried<S, R extends Rendition, P>(channel: Channel<S, R, P>, timeoutMs: number): Channel<S, R, P> {
  const can = { ...channel.can, visibleWithinMs: Math.min(channel.can.visibleWithinMs, 500) };
  return { ...channel, can, timeoutMs, observeLadder: [20, 50, 100, 200, 300] };
}

import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { headers as natsHeaders, RequestError, type MsgHdrs } from '@nats-io/transport-node';
import {
  announcementTtlMs,
  channelDirectory,
  headers,
  pictureShelf,
  pictureShelfDays,
  type Envelope,
} from '@towncrier/contracts';
import { currentTraceparent } from '@towncrier/telemetry';
import { BrokerLink } from './broker.link.ts';
import type { BrokerLog } from './broker.log.ts';
import {
  BrokerUnavailable,
  NoAnswer,
  type Broker,
  type Directory,
  type Shelf,
  type Stored,
} from './broker.ts';
import { StreamMemory } from './broker.memory.ts';
import { KvDirectory } from './kv.directory.ts';
import { KvShelf } from './kv.shelf.ts';
import { packJson, unpackJson } from './packed.json.ts';
import { provisionStreams } from './provision.ts';
import type { Sign } from './signed.releases.ts';

export interface BrokerOptions {
  /** `nats://[user:password@]host:port`; servers of one cluster are divided by commas. */
  readonly url: string;
  readonly service: string;
  readonly log: BrokerLog;
  /**
   * File that remembers when each stream was born; without it a loss while this process is down goes
   * unnoticed.
   */
  readonly memory?: string;
  /**
   * Copies of each stream; default 3 on a cluster, 1 on a single server. What an operator raised is never
   * lowered.
   */
  readonly replicas?: number;
  /**
   * Whether it may change streams that are there, as the broker allows one service only; true by default.
   */
  readonly keepsStreams?: boolean;
  /** Headers that belong to what is published. */
  readonly sign?: Sign;
  /** Do not wait for the broker at start: come up and connect when it is there. */
  readonly lazy?: boolean;
  readonly clock?: () => Date;
}

/** @returns once connected and provisioned, or with `lazy` at once */
export async function connectBroker(options: BrokerOptions): Promise<JetStreamBroker> {
  const broker = new JetStreamBroker(options);
  const ready = broker.open();
  if (options.lazy !== true) await ready;
  else
    ready.catch((error: unknown) => options.log.warn({ error: String(error) }, 'broker connection failed'));
  return broker;
}

export class JetStreamBroker implements Broker {
  readonly clock: () => Date;
  private readonly link: BrokerLink;
  private client: JetStreamClient | null = null;
  private jsm: JetStreamManager | null = null;
  private readonly memory: StreamMemory;
  /** Lost since this process began, for listeners that come after the first connect. */
  private readonly lost = new Set<string>();
  private readonly rebirths: ((streams: readonly string[]) => void)[] = [];
  private provisioning: Promise<void> | null = null;

  constructor(private readonly options: BrokerOptions) {
    this.clock = options.clock ?? (() => new Date());
    this.memory = new StreamMemory(options.memory);
    this.link = new BrokerLink(options);
  }

  get connected(): boolean {
    return this.link.up;
  }
  /** After `close`; it never comes back. */
  get ended(): boolean {
    return this.link.ended;
  }

  open(): Promise<void> {
    return this.link.open(
      async (connection) => {
        this.client = jetstream(connection, { timeout: 5000 });
        this.jsm = await jetstreamManager(connection, { timeout: 5000, checkAPI: false });
      },
      () => this.provision(),
    );
  }

  publish(subject: string, envelope: Envelope<unknown>): Promise<Stored> {
    return this.store(subject, envelope, {});
  }

  /**
   * As `publish`, with more headers. The trace header names the span that publishes, or what caused the
   * event.
   */
  async store(
    subject: string,
    envelope: Envelope<unknown>,
    more: Readonly<Record<string, string>>,
  ): Promise<Stored> {
    if (this.client === null || !this.link.up) throw new BrokerUnavailable('the broker is not connected');
    const head = natsHeaders();
    const trace = currentTraceparent() ?? envelope.traceparent;
    if (trace !== undefined) head.set(headers.trace, trace);
    const body = new TextEncoder().encode(JSON.stringify(envelope));
    for (const [name, value] of Object.entries({ ...more, ...this.signed(subject, body) }))
      head.set(name, value);
    const publish = (msgID: string) => this.publishAs(msgID, { subject, body, head });
    try {
      let stored = await publish(envelope.id);
      while (stored.duplicate && !(await this.holds(stored)))
        stored = await publish(`${envelope.id}:after-${stored.sequence}`);
      return stored;
    } catch (cause) {
      if (nobodyAnswered(cause)) {
        // Nobody answered: somebody deleted the stream, or JetStream is not up yet.
        this.provision().catch((error: unknown) =>
          this.link.trouble.warn({}, error, 'stream not made again yet'),
        );
        throw new BrokerUnavailable(`no stream of the broker takes ${subject} now`, { cause });
      }
      throw new BrokerUnavailable(
        `the broker did not store ${envelope.id}: ${cause instanceof Error ? cause.message : String(cause)}`,
        { cause },
      );
    }
  }

  private async publishAs(
    msgID: string,
    { subject, body, head }: { readonly subject: string; readonly body: Uint8Array; readonly head: MsgHdrs },
  ): Promise<Stored> {
    if (this.client === null) throw new BrokerUnavailable('the broker is not connected');
    const { stream, seq, duplicate } = await this.link.unlessCut(
      this.client.publish(subject, body, { msgID, headers: head, timeout: 5000 }),
    );
    return { stream, sequence: seq, duplicate };
  }

  /**
   * Whether the message that a repeat was dropped for is still there. The broker remembers ids for as long as the
   * duplicate window, also of what was purged or deleted by hand meanwhile.
   */
  private async holds({ stream, sequence }: Stored): Promise<boolean> {
    const asked = this.manager().streams.info(stream, { deleted_details: true });
    const { first_seq, deleted = [] } = (await this.link.unlessCut(asked)).state;
    return sequence >= first_seq && !deleted.includes(sequence);
  }

  /** The headers that belong to a message with these bytes. */
  signed(subject: string, body: Uint8Array): Readonly<Record<string, string>> {
    return this.options.sign?.(subject, body) ?? {};
  }

  /** One at a time: who comes meanwhile gets the result of the one under way. */
  provision(): Promise<void> {
    this.provisioning ??= this.link.unlessCut(this.provisionAll()).finally(() => {
      this.provisioning = null;
    });
    return this.provisioning;
  }

  private async provisionAll(): Promise<void> {
    const replicas = this.options.replicas ?? (this.link.live.info?.cluster === undefined ? 1 : 3);
    const born = await provisionStreams(this.manager(), {
      replicas,
      keeps: this.options.keepsStreams ?? true,
    });
    const kv = await new Kvm(this.link.live).create(channelDirectory, {
      ttl: announcementTtlMs * 4,
      history: 1,
      replicas,
    });
    await kv.status();
    const shelf = { ttl: pictureShelfDays * 86_400_000, history: 1, replicas };
    await (await new Kvm(this.link.live).create(pictureShelf, shelf)).status();
    const younger = await this.memory.reborn(born);
    if (younger.length === 0) return;
    this.options.log.warn({ streams: younger }, 'the broker lost these streams; telling again');
    for (const name of younger) this.lost.add(name);
    for (const listener of this.rebirths) listener(younger);
  }

  onRebirth(listener: (streams: readonly string[]) => void): void {
    this.rebirths.push(listener);
    if (this.lost.size > 0) listener([...this.lost]);
  }

  async directory(bucket: string, ttlMs: number): Promise<Directory> {
    await this.link.first();
    return new KvDirectory(() => new Kvm(this.link.live).open(bucket), ttlMs, this.clock);
  }

  async shelf(bucket: string): Promise<Shelf> {
    await this.link.first();
    return new KvShelf(() => new Kvm(this.link.live).open(bucket));
  }

  async ask(subject: string, question: unknown, timeoutMs: number): Promise<unknown> {
    if (!this.link.up) throw new BrokerUnavailable('the broker is not connected');
    try {
      const asked = await packJson(question);
      const answer = await this.link.live.request(subject, asked, { timeout: timeoutMs });
      return await unpackJson(answer.data);
    } catch (cause) {
      throw new NoAnswer(`nobody answers ${subject}`, { cause });
    }
  }

  async answer(subject: string, reply: (question: unknown) => Promise<unknown>): Promise<void> {
    await this.link.first();
    this.link.live.subscribe(subject, {
      queue: this.options.service,
      callback: (error, message) => {
        if (error !== null) return;
        const respond = async (): Promise<void> => {
          message.respond(await packJson(await reply(await unpackJson(message.data))));
        };
        respond().catch((failure: unknown) =>
          this.options.log.warn({ subject, error: String(failure) }, 'could not answer'),
        );
      },
    });
  }

  close(): Promise<void> {
    return this.link.close();
  }

  /** The newest event on a subject. @throws when there is none */
  async last(stream: string, subject: string): Promise<Envelope<unknown>> {
    await this.link.first();
    const found = await this.manager().streams.getMessage(stream, { last_by_subj: subject });
    if (found === null) throw new NoAnswer(`nothing was ever published on ${subject}`);
    return found.json<Envelope<unknown>>();
  }

  /**
   * For consumers in this package. Waits for as long as the broker is away.
   * @throws BrokerUnavailable after `close`
   */
  async ready(): Promise<{ client: JetStreamClient; manager: JetStreamManager }> {
    await this.link.ready();
    return { client: this.client as JetStreamClient, manager: this.manager() };
  }

  /** Tells consumers whenever the connection was lost and is there again, with everything provisioned. */
  onBack(listener: () => void): void {
    this.link.onBack(listener);
  }
  offBack(listener: () => void): void {
    this.link.offBack(listener);
  }
  /** @see BrokerLink.unlessCut */
  unlessCut<T>(answer: Promise<T>): Promise<T> {
    return this.link.unlessCut(answer);
  }

  private manager(): JetStreamManager {
    if (this.jsm === null) throw new BrokerUnavailable('the broker is not connected');
    return this.jsm;
  }
}

/**
 * The client library calls this "jetstream is not enabled"; the reason may be as small as one missing stream.
 */
function nobodyAnswered(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof RequestError && error.cause.isNoResponders();
}

import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { connect, headers as natsHeaders, RequestError, type NatsConnection } from '@nats-io/transport-node';
import { announcementTtlMs, channelDirectory, headers, type Envelope } from '@towncrier/contracts';
import { currentTraceparent } from '@towncrier/telemetry';
import { brokerAddress } from './broker.address.ts';
import { BrokerUnavailable, NoAnswer, type Broker, type Directory } from './broker.ts';
import { StreamMemory } from './broker.memory.ts';
import { KvDirectory } from './kv.directory.ts';
import { provisionStreams } from './provision.ts';
import { RepeatedWarning } from './repeated.warning.ts';

export interface BrokerLog {
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
}

export interface BrokerOptions {
  /** `nats://[user:password@]host:port`; servers of one cluster are divided by commas. */
  readonly url: string;
  readonly service: string;
  readonly log: BrokerLog;
  /** File that remembers when each stream was born; without it a loss while this process is down goes unnoticed. */
  readonly memory?: string;
  /** Copies of each stream; default 3 on a cluster, 1 on a single server. What an operator raised is never lowered. */
  readonly replicas?: number;
  /** Do not wait for the broker at start: come up and connect when it is there. */
  readonly lazy?: boolean;
  readonly clock?: () => Date;
}

const oldest = [2, 12] as const;
/** An edition carries its pictures. */
const largestMessage = 8 * 1024 ** 2;

/** @returns once connected and provisioned, or with `lazy` at once */
export async function connectBroker(options: BrokerOptions): Promise<JetStreamBroker> {
  const broker = new JetStreamBroker(options);
  const ready = broker.open();
  if (options.lazy !== true) await ready;
  else ready.catch((error: unknown) => options.log.warn({ error: String(error) }, 'broker connection failed'));
  return broker;
}

export class JetStreamBroker implements Broker {
  private connection: NatsConnection | null = null;
  private client: JetStreamClient | null = null;
  private jsm: JetStreamManager | null = null;
  private readonly memory: StreamMemory;
  /** Lost since this process began, for listeners that come after the first connect. */
  private readonly lost = new Set<string>();
  private readonly rebirths: ((streams: readonly string[]) => void)[] = [];
  private readonly opened = Promise.withResolvers<void>();
  private readonly unanswered = new Set<() => void>();
  private readonly returns = new Set<() => void>();
  private readonly trouble: RepeatedWarning;
  private provisioning: Promise<void> | null = null;
  private up = false;
  private closed = false;
  readonly clock: () => Date;

  constructor(private readonly options: BrokerOptions) {
    this.clock = options.clock ?? (() => new Date());
    this.memory = new StreamMemory(options.memory);
    this.trouble = new RepeatedWarning(options.log);
    this.opened.promise.catch(() => undefined);
  }

  get connected(): boolean { return this.up; }

  async open(): Promise<void> {
    const { servers, ...credentials } = brokerAddress(this.options.url);
    const patience = setTimeout(() => this.options.log.warn({ servers }, 'waiting for the broker; start it, or correct NATS_URL'), 3000);
    try {
      const connection = await connect({
        servers: [...servers], ...credentials, name: this.options.service, waitOnFirstConnect: true, reconnect: true, maxReconnectAttempts: -1,
        reconnectTimeWait: 250, reconnectJitter: 100, timeout: 5000, pingInterval: 10_000, maxPingOut: 2,
      });
      this.connection = connection;
      this.requireFit(connection);
      this.client = jetstream(connection, { timeout: 5000 });
      this.jsm = await jetstreamManager(connection, { timeout: 5000, checkAPI: false });
      await this.persist(() => this.provision());
      this.up = !this.closed;
      void this.watch(connection);
      this.opened.resolve();
    } catch (error) {
      this.opened.reject(error);
      await this.connection?.close();
      throw error;
    } finally {
      clearTimeout(patience);
    }
  }

  publish(subject: string, envelope: Envelope<unknown>): Promise<{ stream: string; sequence: number; duplicate: boolean }> {
    return this.store(subject, envelope, {});
  }

  /** As `publish`, with more headers. The trace header names the span that publishes, or what caused the event. */
  async store(subject: string, envelope: Envelope<unknown>, more: Readonly<Record<string, string>>): Promise<{ stream: string; sequence: number; duplicate: boolean }> {
    if (this.client === null || !this.up) throw new BrokerUnavailable('the broker is not connected');
    const head = natsHeaders();
    const trace = currentTraceparent() ?? envelope.traceparent;
    if (trace !== undefined) head.set(headers.trace, trace);
    for (const [name, value] of Object.entries(more)) head.set(name, value);
    try {
      const stored = await this.unlessCut(this.client.publish(subject, JSON.stringify(envelope), { msgID: envelope.id, headers: head, timeout: 5000 }));
      return { stream: stored.stream, sequence: stored.seq, duplicate: stored.duplicate };
    } catch (cause) {
      if (nobodyAnswered(cause)) {
        // Nobody answered: somebody deleted the stream, or JetStream is not up yet.
        this.provision().catch((error: unknown) => this.trouble.warn({}, error, 'stream not made again yet'));
        throw new BrokerUnavailable(`no stream of the broker takes ${subject} now`, { cause });
      }
      throw new BrokerUnavailable(`the broker did not store ${envelope.id}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  }

  /** One at a time: who comes meanwhile gets the result of the one under way. */
  provision(): Promise<void> {
    this.provisioning ??= this.provisionAll().finally(() => { this.provisioning = null; });
    return this.provisioning;
  }

  private async provisionAll(): Promise<void> {
    const replicas = this.options.replicas ?? (this.link().info?.cluster === undefined ? 1 : 3);
    const born = await provisionStreams(this.manager(), replicas);
    const kv = await new Kvm(this.link()).create(channelDirectory, { ttl: announcementTtlMs * 4, history: 1, replicas });
    await kv.status();
    const younger = await this.memory.reborn(born);
    if (younger.length === 0) return;
    this.options.log.warn({ streams: younger }, 'the broker lost these streams; telling again');
    for (const name of younger) this.lost.add(name);
    for (const listener of this.rebirths) listener(younger);
  }

  /** Tells consumers whenever the connection was lost and is there again, with everything provisioned. */
  onBack(listener: () => void): void { this.returns.add(listener); }
  offBack(listener: () => void): void { this.returns.delete(listener); }

  onRebirth(listener: (streams: readonly string[]) => void): void {
    this.rebirths.push(listener);
    if (this.lost.size > 0) listener([...this.lost]);
  }

  async directory(bucket: string, ttlMs: number): Promise<Directory> {
    await this.opened.promise;
    return new KvDirectory(() => new Kvm(this.link()).open(bucket), ttlMs, this.clock);
  }

  async ask(subject: string, question: unknown, timeoutMs: number): Promise<unknown> {
    if (this.connection === null || !this.up) throw new BrokerUnavailable('the broker is not connected');
    try {
      return (await this.connection.request(subject, JSON.stringify(question), { timeout: timeoutMs })).json();
    } catch (cause) {
      throw new NoAnswer(`nobody answers ${subject}`, { cause });
    }
  }

  async answer(subject: string, reply: (question: unknown) => Promise<unknown>): Promise<void> {
    await this.opened.promise;
    this.link().subscribe(subject, {
      queue: this.options.service,
      callback: (error, message) => {
        if (error !== null) return;
        void (async () => message.respond(JSON.stringify(await reply(message.json()))))()
          .catch((failure: unknown) => this.options.log.warn({ subject, error: String(failure) }, 'could not answer'));
      },
    });
  }

  /** What was said but not yet sent, e.g. that a message is given back, goes out first where the broker is there. */
  async close(): Promise<void> {
    const wasUp = this.up;
    this.closed = true;
    this.up = false;
    const connection = this.connection;
    if (connection === null || connection.isClosed()) return;
    if (wasUp) await Promise.race([connection.drain().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
    await connection.close();
  }

  /** The newest event on a subject. @throws when there is none */
  async last(stream: string, subject: string): Promise<Envelope<unknown>> {
    await this.opened.promise;
    const found = await this.manager().streams.getMessage(stream, { last_by_subj: subject });
    if (found === null) throw new NoAnswer(`nothing was ever published on ${subject}`);
    return found.json<Envelope<unknown>>();
  }

  /** For consumers in this package. */
  async ready(): Promise<{ client: JetStreamClient; manager: JetStreamManager }> {
    await this.opened.promise;
    return { client: this.client as JetStreamClient, manager: this.manager() };
  }

  private link(): NatsConnection {
    if (this.connection === null) throw new BrokerUnavailable('the broker is not connected');
    return this.connection;
  }

  private manager(): JetStreamManager {
    if (this.jsm === null) throw new BrokerUnavailable('the broker is not connected');
    return this.jsm;
  }

  private async watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') {
        this.up = false;
        for (const cut of this.unanswered) cut();
      }
      if (status.type !== 'reconnect') continue;
      await this.persist(async () => {
        this.requireFit(connection);
        await this.provision();
      });
      this.up = !this.closed;
      if (this.up) for (const listener of this.returns) listener();
    }
  }

  /** An answer cannot come any more once the connection is lost; asking again under the same message id does no harm. */
  private unlessCut<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cut = (): void => reject(new Error('the connection was lost before the answer'));
      this.unanswered.add(cut);
      answer.then(resolve, reject).finally(() => this.unanswered.delete(cut));
    });
  }

  /** JetStream needs a moment after its server answers. */
  private async persist(work: () => Promise<void>): Promise<void> {
    while (!this.closed) {
      try {
        await work();
        this.trouble.over();
        return;
      } catch (error) {
        if (!this.closed) this.trouble.warn({}, error, 'broker not ready yet');
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }

  private requireFit(connection: NatsConnection): void {
    const { version = '0', max_payload: room = 0 } = connection.info ?? {};
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
      throw new BrokerUnavailable(`nats-server ${version} is too old: ${oldest.join('.')} or newer is needed`);
    }
    if (room < largestMessage) this.options.log.warn({ max_payload: room }, `the broker refuses notices with many pictures: set max_payload to 8MB (${largestMessage}) in its configuration`);
  }
}

/** The client library calls this "jetstream is not enabled"; the reason may be as small as one missing stream. */
function nobodyAnswered(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof RequestError && error.cause.isNoResponders();
}

import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { connect, headers as natsHeaders, type NatsConnection } from '@nats-io/transport-node';
import { announcementTtlMs, channelDirectory, headers, type Envelope } from '@towncrier/contracts';
import { BrokerUnavailable, NoAnswer, type Broker, type Directory } from './broker.ts';
import { StreamMemory } from './broker.memory.ts';
import { KvDirectory } from './kv.directory.ts';
import { provisionStreams } from './provision.ts';

export interface BrokerLog {
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
}

export interface BrokerOptions {
  readonly url: string;
  readonly service: string;
  readonly log: BrokerLog;
  /** File that remembers when each stream was born; without it a loss while this process is down goes unnoticed. */
  readonly memory?: string;
  /** Copies of each stream; 1 on a single server, 3 on a cluster. */
  readonly replicas?: number;
  /** Do not wait for the broker at start: come up and connect when it is there. */
  readonly lazy?: boolean;
}

const oldest = [2, 12] as const;

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
  private up = false;
  private closed = false;

  constructor(private readonly options: BrokerOptions) {
    this.memory = new StreamMemory(options.memory);
    this.opened.promise.catch(() => undefined);
  }

  get connected(): boolean { return this.up; }

  async open(): Promise<void> {
    try {
      const connection = await connect({
        servers: this.options.url, name: this.options.service, waitOnFirstConnect: true, reconnect: true, maxReconnectAttempts: -1,
        reconnectTimeWait: 250, reconnectJitter: 100, timeout: 5000, pingInterval: 10_000, maxPingOut: 2,
      });
      this.connection = connection;
      this.requireVersion(connection.info?.version ?? '0');
      this.client = jetstream(connection, { timeout: 5000 });
      this.jsm = await jetstreamManager(connection, { timeout: 5000, checkAPI: false });
      await this.persist(() => this.provision());
      this.up = true;
      void this.watch(connection);
      this.opened.resolve();
    } catch (error) {
      this.opened.reject(error);
      throw error;
    }
  }

  async publish(subject: string, envelope: Envelope<unknown>): Promise<{ stream: string; sequence: number; duplicate: boolean }> {
    if (this.client === null || !this.up) throw new BrokerUnavailable('the broker is not connected');
    const head = natsHeaders();
    if (envelope.traceparent !== undefined) head.set(headers.trace, envelope.traceparent);
    try {
      const stored = await this.client.publish(subject, JSON.stringify(envelope), { msgID: envelope.id, headers: head, timeout: 5000 });
      return { stream: stored.stream, sequence: stored.seq, duplicate: stored.duplicate };
    } catch (cause) {
      throw new BrokerUnavailable(`the broker did not store ${envelope.id}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  }

  async provision(): Promise<void> {
    const born = await provisionStreams(this.manager(), this.options.replicas ?? 1);
    const kv = await new Kvm(this.link()).create(channelDirectory, { ttl: announcementTtlMs * 4, history: 1 });
    await kv.status();
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
    await this.opened.promise;
    return new KvDirectory(() => new Kvm(this.link()).open(bucket), ttlMs);
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

  async close(): Promise<void> {
    this.closed = true;
    this.up = false;
    await this.connection?.close();
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
      if (status.type === 'disconnect') this.up = false;
      if (status.type !== 'reconnect') continue;
      await this.persist(() => this.provision());
      this.up = !this.closed;
    }
  }

  /** JetStream needs a moment after its server answers. */
  private async persist(work: () => Promise<void>): Promise<void> {
    while (!this.closed) {
      try {
        return await work();
      } catch (error) {
        this.options.log.warn({ error: error instanceof Error ? error.message : String(error) }, 'broker not ready yet');
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }

  private requireVersion(version: string): void {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
      throw new BrokerUnavailable(`nats-server ${version} is too old: ${oldest.join('.')} or newer is needed`);
    }
  }
}

import { connect, type NatsConnection } from '@nats-io/transport-node';
import { inboxOf } from '@towncrier/contracts';
import { brokerAddress } from './broker.address.ts';
import { BrokerUnavailable } from './broker.ts';
import type { BrokerLog } from './broker.log.ts';
import { RepeatedWarning } from './repeated.warning.ts';

const oldest = [2, 12] as const;
/** An edition carries its pictures. */
const largestMessage = 8 * 1024 ** 2;

/**
 * The life of one connection: waits for the broker, comes back after every loss, and counts as up only once
 * everything is prepared.
 */
export class BrokerLink {
  readonly trouble: RepeatedWarning;
  private connection: NatsConnection | null = null;
  private readonly arrived = Promise.withResolvers<void>();
  private readonly unanswered = new Set<() => void>();
  private readonly returns = new Set<() => void>();
  private present = false;
  private closed = false;
  /** How often the connection was lost; tells whether a recovery still means the present one. */
  private losses = 0;

  constructor(
    private readonly at: { readonly url: string; readonly service: string; readonly log: BrokerLog },
  ) {
    this.trouble = new RepeatedWarning(at.log);
    this.arrived.promise.catch(() => undefined);
  }

  get up(): boolean {
    return this.present;
  }
  get ended(): boolean {
    return this.closed;
  }

  /** @throws BrokerUnavailable when there is none yet */
  get live(): NatsConnection {
    if (this.connection === null) throw new BrokerUnavailable('the broker is not connected');
    return this.connection;
  }

  /** `begin` runs once, `prepare` after every connect, again and again until it succeeds. */
  async open(
    begin: (connection: NatsConnection) => Promise<void>,
    prepare: () => Promise<void>,
  ): Promise<void> {
    const { servers, ...credentials } = brokerAddress(this.at.url);
    const patience = setTimeout(
      () => this.at.log.warn({ servers }, 'waiting for the broker; start it, or correct NATS_URL'),
      3000,
    );
    try {
      this.connection = await connect({
        servers: [...servers],
        ...credentials,
        name: this.at.service,
        inboxPrefix: inboxOf(this.at.service),
        waitOnFirstConnect: true,
        reconnect: true,
        maxReconnectAttempts: -1,
        reconnectTimeWait: 250,
        reconnectJitter: 100,
        timeout: 5000,
        pingInterval: 10_000,
        maxPingOut: 2,
      });
      if (this.closed) throw ended();
      this.requireFit();
      await begin(this.connection);
      void this.watch(this.connection, prepare);
      await this.persist(prepare, () => true);
      this.arrive();
      this.arrived.resolve();
    } catch (error) {
      this.arrived.reject(error);
      await this.connection?.close();
      throw error;
    } finally {
      clearTimeout(patience);
    }
  }

  /**
   * What was said but not yet sent, e.g. that a message is given back, goes out first where the broker is
   * there.
   */
  async close(): Promise<void> {
    const wasUp = this.present;
    this.closed = true;
    this.present = false;
    this.arrived.reject(ended());
    const connection = this.connection;
    if (connection === null || connection.isClosed()) return;
    if (wasUp)
      await Promise.race([
        connection.drain().catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, 2000).unref()),
      ]);
    await connection.close();
  }

  /** Resolves once the broker was there for the first time. */
  first(): Promise<void> {
    return this.arrived.promise;
  }

  /** Waits for as long as the broker is away. @throws BrokerUnavailable after `close` */
  async ready(): Promise<void> {
    await this.first();
    while (!this.present && !this.closed) await new Promise((resolve) => setTimeout(resolve, 50));
    if (this.closed) throw ended();
  }

  /** Told whenever the connection was lost and is there again, with everything prepared. */
  onBack(listener: () => void): void {
    this.returns.add(listener);
  }
  offBack(listener: () => void): void {
    this.returns.delete(listener);
  }

  /**
   * An answer cannot come any more once the connection is lost; what is asked through here may be asked
   * again.
   */
  unlessCut<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cut = (): void => reject(new BrokerUnavailable('the connection was lost before the answer'));
      this.unanswered.add(cut);
      answer.then(resolve, reject).finally(() => this.unanswered.delete(cut));
    });
  }

  private async watch(connection: NatsConnection, prepare: () => Promise<void>): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') this.lose();
      if (status.type === 'reconnect') void this.recover(prepare, this.losses);
    }
  }

  private lose(): void {
    this.present = false;
    this.losses += 1;
    for (const cut of this.unanswered) cut();
  }

  private async recover(prepare: () => Promise<void>, loss: number): Promise<void> {
    const current = (): boolean => this.losses === loss;
    await this.persist(async () => {
      this.requireFit();
      await prepare();
    }, current);
    if (current()) this.arrive();
  }

  private arrive(): void {
    if (this.closed) return;
    this.present = true;
    for (const listener of this.returns) listener();
  }

  /** JetStream needs a moment after its server answers. */
  private async persist(work: () => Promise<void>, worthwhile: () => boolean): Promise<void> {
    while (!this.closed && worthwhile()) {
      try {
        await work();
        this.trouble.over();
        return;
      } catch (error) {
        if (!this.closed && worthwhile()) this.trouble.warn({}, error, 'broker not ready yet');
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }

  private requireFit(): void {
    const { version = '0', max_payload: room = 0 } = this.live.info ?? {};
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
      throw new BrokerUnavailable(
        `nats-server ${version} is too old: ${oldest.join('.')} or newer is needed`,
      );
    }
    if (room < largestMessage)
      this.at.log.warn(
        { max_payload: room },
        'the broker refuses notices with many pictures: set max_payload to 8MB in its configuration',
      );
  }
}

const ended = (): BrokerUnavailable => new BrokerUnavailable('the connection to the broker was closed');

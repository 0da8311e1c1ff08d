import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { SpanKind } from '@opentelemetry/api';
import { headers } from '@towncrier/contracts';
import { withSpan } from '@towncrier/telemetry';
import { Poison } from './broker.ts';
import { ensureDurable, neverAccepted, streamIsGone, type Owner } from './durable.ts';
import type { BrokerLog } from './broker.log.ts';
import type { JetStreamBroker } from './jetstream.broker.ts';
import { RepeatedWarning, wordsOf } from './repeated.warning.ts';
import type { Check } from './signed.releases.ts';
import { giveBack, keepWorking, settle, type Settlement } from './settle.ts';

export interface ConsumeOptions {
  readonly broker: JetStreamBroker;
  readonly service?: string;
  readonly subject: string;
  readonly stream: string;
  readonly durable: string;
  /** Messages handled at a time. */
  readonly slots: number;
  /**
   * Where a durable begins that was never there; default `all`. One that was lost while it was read begins
   * with all that is told again.
   */
  readonly deliver?: 'all' | 'new';
  /** Whose durable it is: another store's is refused. */
  readonly owner?: Owner;
  /** How long (ms) the broker waits for a sign of life before it gives a message again; default 30 s. */
  readonly ackWaitMs?: number;
  /** Looks at each message first. */
  readonly check?: Check;
  /**
   * Gets the parsed JSON. Returning means handled; `Poison` means never; any other error means again later.
   */
  readonly handle: (raw: unknown) => Promise<void>;
  readonly log?: BrokerLog;
  readonly onSettled?: (subject: string, settlement: Settlement) => void;
}

const defaultAckWaitMs = 30_000;

export interface Consumption {
  /** Finishes what was begun for up to `drainMs` (default 10 s) and gives the rest back. */
  close(drainMs?: number): Promise<void>;
}

/**
 * Reads one durable for as long as it is not closed, through restarts of the broker and the loss of its disk.
 * @throws DurableTaken when the durable belongs to another store
 * @throws when the server will never accept the durable
 */
export async function consume(options: ConsumeOptions): Promise<Consumption> {
  const loop = new ConsumeLoop(options);
  await loop.begin();
  return loop;
}

/**
 * Asks for as many messages as it can begin at once, never ahead: one that waits in a line here would have
 * nobody to keep it alive.
 */
class ConsumeLoop implements Consumption {
  private consumer: Consumer | null = null;
  private batch: ConsumerMessages | null = null;
  private readonly inFlight = new Map<JsMsg, Promise<void>>();
  /** Handlers under way; what only waits for the broker to note its acknowledgement holds no slot. */
  private busy = 0;
  private wake: () => void = () => undefined;
  private closed = false;
  private running: Promise<void> = Promise.resolve();
  private everBound = false;
  private readonly trouble: RepeatedWarning;
  private readonly rebind = (): void => {
    this.consumer = null;
    void this.batch?.close();
  };

  constructor(private readonly options: ConsumeOptions) {
    this.trouble = new RepeatedWarning(options.log);
  }

  async begin(): Promise<void> {
    await this.options.broker.ready();
    while (!(await this.bound())) await sleep(200);
    this.options.broker.onBack(this.rebind);
    this.running = this.run();
  }

  async close(drainMs = 10_000): Promise<void> {
    this.closed = true;
    this.wake();
    this.options.broker.offBack(this.rebind);
    void this.batch?.close();
    const done = this.running.then(() => Promise.all(this.inFlight.values()));
    await Promise.race([done, sleep(drainMs, undefined, { ref: false })]);
    for (const message of this.inFlight.keys()) giveBack(message);
  }

  private async run(): Promise<void> {
    while (!this.closed && !this.options.broker.ended) {
      const healthy = (await this.bound()) && (await this.read());
      if (!healthy && !this.closed) await sleep(200);
    }
  }

  /** Makes sure of the durable, and of its stream; false when that has to be tried again. */
  private async bound(): Promise<boolean> {
    if (this.consumer !== null) return true;
    const {
      broker,
      stream,
      durable,
      subject,
      slots,
      deliver = 'all',
      owner,
      ackWaitMs = defaultAckWaitMs,
    } = this.options;
    try {
      const { client, manager } = await broker.ready();
      await broker.unlessCut(
        ensureDurable(manager, {
          stream,
          durable,
          subject,
          slots,
          ackWaitMs,
          deliver: this.everBound ? 'all' : deliver,
          ...(owner === undefined ? {} : { owner }),
        }),
      );
      this.consumer = await broker.unlessCut(client.consumers.get(stream, durable));
      this.everBound = true;
      this.trouble.over();
      return true;
    } catch (error) {
      if (!this.everBound && neverAccepted(error)) throw error;
      this.warn(error, 'consumer not bound yet');
      if (streamIsGone(error))
        await broker.provision().catch((cause: unknown) => this.warn(cause, 'stream not made again yet'));
      return false;
    }
  }

  /** One batch. False when it failed: the durable, its stream or the broker may be gone. */
  private async read(): Promise<boolean> {
    try {
      while (this.busy >= this.options.slots && !this.closed)
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      if (this.closed || this.consumer === null) return true;
      this.batch = await this.consumer.fetch({
        max_messages: this.options.slots - this.busy,
        expires: 30_000,
        idle_heartbeat: 1000,
      });
      if (this.closed) void this.batch.close();
      for await (const message of this.batch) {
        if (this.closed) giveBack(message);
        else this.start(message);
      }
      return true;
    } catch (error) {
      this.consumer = null;
      this.warn(error, 'consumer lost, binding again');
      return false;
    } finally {
      this.batch = null;
    }
  }

  private start(message: JsMsg): void {
    this.inFlight.set(
      message,
      this.process(message).finally(() => this.inFlight.delete(message)),
    );
  }

  private async process(message: JsMsg): Promise<void> {
    const { broker, durable, service = durable, ackWaitMs = defaultAckWaitMs, onSettled, log } = this.options;
    const beat = setInterval(() => keepWorking(message), ackWaitMs / 3);
    this.busy += 1;
    const failure = await this.handled(message);
    this.busy -= 1;
    this.wake();
    clearInterval(beat);
    try {
      const settlement = await settle(message, failure, {
        service,
        now: broker.clock,
        random: Math.random,
        publish: (...letter) => broker.store(...letter),
      });
      onSettled?.(message.subject, settlement);
      if (settlement !== 'handled')
        log?.warn(
          {
            subject: message.subject,
            durable,
            sequence: message.info.streamSequence,
            settlement,
            error: wordsOf(failure),
          },
          'message not handled',
        );
    } catch (error) {
      log?.warn(
        { subject: message.subject, durable, error: wordsOf(error) },
        'could not settle; the broker will give it again',
      );
    }
  }

  private async handled(message: JsMsg): Promise<unknown> {
    const parent = message.headers?.get(headers.trace) ?? '';
    const attributes = {
      'messaging.system.name': 'nats',
      'messaging.operation.name': 'process',
      'messaging.operation.type': 'process',
      'messaging.destination.name': message.subject,
      'messaging.consumer.group.name': this.options.durable,
      'messaging.message.id': message.headers?.get(headers.messageId) ?? '',
    };
    try {
      await withSpan(
        `process ${message.subject}`,
        { kind: SpanKind.CONSUMER, attributes, parent: parent === '' ? undefined : parent },
        async () => {
          const signature = message.headers?.get(headers.signature) ?? '';
          await this.options.check?.(message.subject, message.data, signature);
          await this.options.handle(parsed(message));
        },
      );
      return null;
    } catch (error) {
      return error ?? new Error('the handler failed without a reason');
    }
  }

  private warn(error: unknown, words: string): void {
    if (!this.closed) this.trouble.warn({ durable: this.options.durable }, error, words);
  }
}

function parsed(message: JsMsg): unknown {
  try {
    return message.json();
  } catch (cause) {
    throw new Poison('not JSON', { cause });
  }
}

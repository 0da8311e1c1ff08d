import { setTimeout as sleep } from 'node:timers/promises';
import { AckPolicy, DeliverPolicy, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { SpanKind } from '@opentelemetry/api';
import { headers } from '@towncrier/contracts';
import { withSpan } from '@towncrier/telemetry';
import { Poison } from './broker.ts';
import type { BrokerLog, JetStreamBroker } from './jetstream.broker.ts';
import { settle, type Settlement } from './settle.ts';
import { Slots } from './slots.ts';

export interface ConsumeOptions {
  readonly broker: JetStreamBroker;
  readonly service?: string;
  readonly subject: string;
  readonly stream: string;
  readonly durable: string;
  /** Messages handled at a time. */
  readonly slots: number;
  /** Where a durable begins that is new; default `all`. */
  readonly deliver?: 'all' | 'new';
  /** Gets the parsed JSON. Returning means handled; `Poison` means never; any other error means again later. */
  readonly handle: (raw: unknown) => Promise<void>;
  readonly log?: BrokerLog;
  readonly onSettled?: (subject: string, settlement: Settlement) => void;
}

export interface Consumption { close(drainMs?: number): Promise<void> }

const ackWaitMs = 30_000;

/** Reads one durable for as long as it is not closed, through restarts of the broker and the loss of its disk. */
export async function consume(options: ConsumeOptions): Promise<Consumption> {
  const loop = new ConsumeLoop(options);
  await loop.bind();
  void loop.run();
  return loop;
}

class ConsumeLoop implements Consumption {
  private messages: ConsumerMessages | null = null;
  private readonly slots: Slots;
  private readonly inFlight = new Set<Promise<void>>();
  private closing = false;

  constructor(private readonly options: ConsumeOptions) { this.slots = new Slots(options.slots); }

  /** Creates the durable where it is missing; never deletes one. */
  async bind(): Promise<void> {
    const { client, manager } = await this.options.broker.ready();
    const { stream, durable, subject, slots, deliver } = this.options;
    const shape = { ack_wait: ackWaitMs * 1_000_000, max_ack_pending: Math.max(256, slots * 2), filter_subject: subject };
    const known = await manager.consumers.info(stream, durable).catch(() => null);
    if (known === null) {
      await manager.consumers.add(stream, { durable_name: durable, ack_policy: AckPolicy.Explicit, deliver_policy: deliver === 'new' ? DeliverPolicy.New : DeliverPolicy.All, ...shape })
        .catch(async (error: unknown) => { if ((await manager.consumers.info(stream, durable).catch(() => null)) === null) throw error; });
    } else if (known.config.filter_subject !== subject || known.config.max_ack_pending !== shape.max_ack_pending) await manager.consumers.update(stream, durable, shape);
    this.messages = await (await client.consumers.get(stream, durable)).consume({ max_messages: Math.max(16, slots * 2), idle_heartbeat: 1000, abort_on_missing_resource: true });
  }

  async run(): Promise<void> {
    while (!this.closing) {
      try {
        if (this.messages === null) await this.bind();
        void this.watch(this.messages as ConsumerMessages);
        for await (const message of this.messages as ConsumerMessages) {
          await this.slots.take();
          const work = this.process(message).finally(() => {
            this.slots.give();
            this.inFlight.delete(work);
          });
          this.inFlight.add(work);
        }
      } catch (error) {
        this.options.log?.warn({ durable: this.options.durable, error: error instanceof Error ? error.message : String(error) }, 'consumer lost, binding again');
      }
      this.messages = null;
      if (!this.closing) await sleep(200);
    }
  }

  async close(drainMs = 10_000): Promise<void> {
    this.closing = true;
    await this.messages?.close();
    await Promise.race([Promise.allSettled([...this.inFlight]), sleep(drainMs, undefined, { ref: false })]);
  }

  /** The durable is gone with the broker's disk: stop reading, so that it is made again. */
  private async watch(messages: ConsumerMessages): Promise<void> {
    for await (const status of messages.status()) {
      if (status.type === 'consumer_not_found' || status.type === 'stream_not_found' || status.type === 'consumer_deleted') {
        await messages.close();
        return;
      }
    }
  }

  private async process(message: JsMsg): Promise<void> {
    const beat = setInterval(() => message.working(), ackWaitMs / 3);
    const failure = await this.handled(message);
    clearInterval(beat);
    try {
      const settlement = await settle(message, failure, { broker: this.options.broker, service: this.options.service ?? this.options.durable, now: () => new Date() });
      this.options.onSettled?.(message.subject, settlement);
      if (settlement !== 'handled') this.options.log?.warn({ subject: message.subject, settlement, error: failure instanceof Error ? failure.message : String(failure) }, 'message not handled');
    } catch (error) {
      this.options.log?.warn({ subject: message.subject, error: String(error) }, 'could not settle; the broker will give it again');
    }
  }

  private async handled(message: JsMsg): Promise<unknown> {
    const parent = message.headers?.get(headers.trace) ?? '';
    const attributes = {
      'messaging.system.name': 'nats', 'messaging.operation.name': 'process', 'messaging.operation.type': 'process',
      'messaging.destination.name': message.subject, 'messaging.consumer.group.name': this.options.durable, 'messaging.message.id': message.headers?.get(headers.messageId) ?? '',
    };
    try {
      await withSpan(`process ${message.subject}`, { kind: SpanKind.CONSUMER, attributes, parent: parent === '' ? undefined : parent }, () => this.options.handle(parsed(message)));
      return null;
    } catch (error) {
      return error;
    }
  }
}

function parsed(message: JsMsg): unknown {
  try {
    return message.json();
  } catch (cause) {
    throw new Poison('not JSON', { cause });
  }
}

import type { JsMsg } from '@nats-io/jetstream';
import { deadLetterSubject, type Envelope } from '@towncrier/contracts';
import { Poison, type Broker } from './broker.ts';

/** Waits (ms) before the broker gives a message again: 250 ms doubling to 30 s, a little uneven so that many do not come at once. */
export function redeliveryWait(deliveries: number, random: () => number): number {
  return Math.min(250 * 2 ** Math.min(deliveries, 10), 30_000) * (0.9 + 0.2 * random());
}

export type Settlement = 'handled' | 'retried' | 'dead';

/** The only place in the house that acknowledges: handled → ack; can never be handled → dead letter, then term; anything else → again later. */
export async function settle(message: JsMsg, failure: unknown, at: { broker: Broker; service: string; now: () => Date }): Promise<Settlement> {
  if (failure === null) {
    await message.ackAck();
    return 'handled';
  }
  if (!(failure instanceof Poison)) {
    message.nak(redeliveryWait(message.info.deliveryCount, Math.random));
    return 'retried';
  }
  const time = at.now().toISOString();
  const letter: Envelope<unknown> & Record<string, unknown> = {
    specversion: '1.0', type: 'towncrier.dead-letter.v1', source: `/${at.service}`, subject: message.subject, datacontenttype: 'application/json', time,
    id: `dead:${at.service}:${message.info.stream}:${message.info.streamSequence}`,
    data: { service: at.service, subject: message.subject, cause: failure.message, at: time, raw: message.string().slice(0, 100_000) },
  };
  try {
    await at.broker.publish(deadLetterSubject(at.service), letter);
  } catch {
    message.nak(redeliveryWait(message.info.deliveryCount, Math.random));
    return 'retried';
  }
  message.term(failure.message.slice(0, 200));
  return 'dead';
}

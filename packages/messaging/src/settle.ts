import type { JsMsg } from '@nats-io/jetstream';
import { deadLetterSubject, headers, type Envelope } from '@towncrier/contracts';
import { Poison } from './broker.ts';

/**
 * Waits before the broker gives a message again, in whole milliseconds: 500 ms doubling to 30 s, a little
 * uneven so that many do not come at once. The broker refuses a fraction ("bad NAK delay value") and gives the
 * message again at once, for as long as the handler fails.
 */
export function redeliveryWait(deliveries: number, random: () => number): number {
  return Math.round(Math.min(250 * 2 ** Math.min(deliveries, 10), 30_000) * (0.9 + 0.2 * random()));
}

export type Settlement = 'handled' | 'retried' | 'dead';

export interface SettleParts {
  readonly service: string;
  readonly now: () => Date;
  readonly random: () => number;
  readonly publish: (
    subject: string,
    letter: Envelope<unknown>,
    more: Readonly<Record<string, string>>,
  ) => Promise<unknown>;
}

/**
 * The only place in the house that acknowledges: handled → ack; can never be handled → dead letter, then
 * term; anything else → again later.
 */
export async function settle(message: JsMsg, failure: unknown, at: SettleParts): Promise<Settlement> {
  if (failure === null) {
    await message.ackAck();
    return 'handled';
  }
  const wait = redeliveryWait(message.info.deliveryCount, at.random);
  if (!(failure instanceof Poison)) {
    message.nak(wait);
    return 'retried';
  }
  const cause = oneLine(failure.message);
  try {
    await at.publish(deadLetterSubject(at.service), letterOf(message, failure.message, at), {
      [headers.cause]: cause,
      [headers.origin]: message.subject,
      [headers.service]: at.service,
    });
  } catch {
    message.nak(wait);
    return 'retried';
  }
  message.term(cause);
  return 'dead';
}

/** Not begun, or not finished at closing time: somebody else may have it now. */
export function giveBack(message: JsMsg): void {
  message.nak();
}

/** Tells the broker that the work goes on; a connection that is gone is no reason to end it. */
export function keepWorking(message: JsMsg): void {
  try {
    message.working();
  } catch {
    /* the broker will give it again, and the inbox recognises it */
  }
}

/** Bytes of JSON text; the whole letter must fit into one message of 8 MiB. */
const wholeUpTo = 6 * 1024 ** 2;
const excerpt = 100_000;

/**
 * `raw` is whole where it fits; else it is the beginning, and `stream` with `sequence` say where all of it
 * is.
 */
function letterOf(message: JsMsg, cause: string, at: SettleParts): Envelope<unknown> {
  const { stream, streamSequence: sequence } = message.info;
  const raw = message.string();
  const fits = Buffer.byteLength(JSON.stringify(raw)) <= wholeUpTo;
  const time = at.now().toISOString();
  return {
    specversion: '1.0',
    type: 'towncrier.dead-letter.v1',
    source: `/${at.service}`,
    subject: message.subject,
    datacontenttype: 'application/json',
    time,
    id: `dead:${at.service}:${stream}:${sequence}`,
    data: {
      service: at.service,
      subject: message.subject,
      cause,
      at: time,
      stream,
      sequence,
      bytes: message.data.length,
      raw: fits ? raw : raw.slice(0, excerpt),
    },
  };
}

/** What may stand in a header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}

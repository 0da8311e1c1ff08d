import { retryRequestedV1, type Envelope } from '@towncrier/contracts';
import type { BrokerLog } from '../broker.log.ts';

export const at = '2026-11-23T08:00:00.000Z';

/** An event like those the house sends; `id` is its message id. */
export function sampleEvent(id: string, channel = 'sms', traceparent?: string): Envelope<unknown> {
  return retryRequestedV1.create({
    id,
    source: '/test',
    subject: '7K3QZP4M',
    time: at,
    traceparent,
    data: {
      delivery: `7K3QZP4M:1:${channel}:publish`,
      publication: '7K3QZP4M',
      edition: 1,
      channel,
      operation: 'publish',
      by: 'operator',
      at,
    },
  });
}

export const idOf = (raw: unknown): string => (raw as { id: string }).id;

export const silent: BrokerLog = { info: () => undefined, warn: () => undefined };

/** Keeps what was said. */
export class KeptLog implements BrokerLog {
  readonly lines: { readonly fields: object; readonly words: string }[] = [];
  info(fields: object, words: string): void {
    this.lines.push({ fields, words });
  }
  warn(fields: object, words: string): void {
    this.lines.push({ fields, words });
  }
  text(): string {
    return JSON.stringify(this.lines);
  }
}

/** Resolves once `look` is true; the test's own time limit ends the wait. */
export async function until(look: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 20));
}

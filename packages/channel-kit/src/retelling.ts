import type { Envelope } from '@towncrier/contracts';
import type { Broker } from '@towncrier/messaging';
import { told } from './inbox.ts';
import { later } from './ladder.ts';
import type { ThreadStore } from './thread.store.ts';

/** How far back (ms) a reborn broker is told again: what is older was settled and read long ago. */
const reachMs = 30 * 86_400_000;

/** The broker lost what was told: tell it again. Receivers recognise what they know. */
export async function retell(
  channel: string,
  threads: ThreadStore,
  broker: Broker,
  now: string,
): Promise<void> {
  for await (const thread of threads.updatedSince(later(now, -reachMs))) {
    const by = { channel, publication: thread._id };
    for (const entry of thread.deliveries.flatMap((d) => told(by, d)))
      await broker.publish(entry.subject, entry.envelope as Envelope<unknown>);
  }
}

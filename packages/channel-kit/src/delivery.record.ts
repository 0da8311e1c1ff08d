import type { Evidence, SettledOutcome } from '@towncrier/contracts';
import type { OutboxEntry } from '@towncrier/messaging';
import { attempted, settled, type Attempt, type Speaker } from './delivery.events.ts';
import { change, settle } from './thread.evolve.ts';
import type { Change } from './thread.store.ts';
import type { Delivery, Thread } from './thread.ts';

/** What was seen of a delivery that is confirmed. */
export interface SeenAs {
  readonly reference: string;
  readonly hash: string;
  readonly url?: string;
  readonly detail?: string;
}

/** How what happened to a delivery is written down: the changed thread, and the events that tell of it. */
export class DeliveryRecord {
  constructor(
    private readonly channel: string,
    private readonly now: () => string,
    private readonly onSettled: (delivery: Delivery) => void,
  ) {}

  attempt(thread: Thread, id: string, attempt: Attempt): OutboxEntry {
    return attempted(this.speaker(thread), deliveryOf(thread, id), attempt);
  }

  /** Brings it to rest. */
  closed(thread: Thread, id: string, outcome: SettledOutcome, evidence: Evidence): Change {
    const next = change(thread, id, (d) => settle(d, outcome, evidence, this.now()));
    const delivery = deliveryOf(next, id);
    this.onSettled(delivery);
    return { thread: next, events: [settled(this.speaker(thread), delivery)] };
  }

  /** At rest with proof. After a withdrawal nothing stands there any more. */
  confirmed(thread: Thread, id: string, seen: SeenAs, seenAt: string): Change {
    const delivery = deliveryOf(thread, id);
    const [first] = delivery.calls;
    const url = first?.url ?? seen.url;
    const next = this.closed(thread, id, 'confirmed', {
      reference: first?.reference ?? seen.reference,
      seenAt,
      ...(seen.hash === '' ? {} : { hash: seen.hash }),
      ...(url === undefined ? {} : { url }),
      ...(seen.detail === undefined ? {} : { detail: seen.detail }),
    });
    return delivery.operation === 'withdraw' ? { ...next, thread: { ...next.thread, posting: null } } : next;
  }

  private speaker(thread: Thread): Speaker {
    return { channel: this.channel, publication: thread._id };
  }
}

/** @throws when the thread knows no such delivery */
export function deliveryOf(thread: Thread, id: string): Delivery {
  const found = thread.deliveries.find((d) => d.id === id);
  if (found === undefined) throw new Error(`thread ${thread._id} has no ${id}`);
  return found;
}

import { shows, type Evidence, type SettledOutcome } from '@towncrier/contracts';
import type { OutboxEntry } from '@towncrier/messaging';
import { attempted, settled, type Attempt, type Speaker } from './delivery.events.ts';
import { exchangesOfVerb } from './exchanges.ts';
import { resultOf } from './delivery.result.ts';
import { callsInWork } from './thread.calls.ts';
import { change, settle } from './thread.evolve.ts';
import { lost, standing, uncovered, type Standing, type Ways } from './thread.standing.ts';
import type { Change } from './thread.store.ts';
import type { Delivery, Thread } from './thread.ts';

/** How what happened to a delivery is written down: the changed thread, and the events that tell of it. */
export class DeliveryRecord {
  constructor(
    private readonly channel: string,
    private readonly can: Ways,
    private readonly now: () => string,
    private readonly onSettled: (delivery: Delivery) => void,
  ) {}

  attempt(thread: Thread, id: string, attempt: Attempt): OutboxEntry {
    const exchanges = exchangesOfVerb();
    return attempted(this.speaker(thread), deliveryOf(thread, id), { ...attempt, exchanges });
  }

  /** Brings it to rest. */
  closed(thread: Thread, id: string, outcome: SettledOutcome, evidence: Evidence): Change {
    const next = change(thread, id, (d) => settle(d, outcome, evidence, this.now()));
    const delivery = deliveryOf(next, id);
    this.onSettled(delivery);
    return { thread: next, events: [settled(this.speaker(thread), delivery)] };
  }

  /** Brings it to rest once every call has come to an end and nothing overtook it; else leaves it open. */
  closedIfDone(thread: Thread, id: string): Change {
    const delivery = deliveryOf(thread, id);
    const isOpen = callsInWork(delivery).length > 0 || uncovered(thread, delivery, this.can).length > 0;
    return isOpen ? { thread } : this.result(thread, id);
  }

  /** All its calls have come to an end: how, and with what evidence. */
  result(thread: Thread, id: string): Change {
    const delivery = deliveryOf(thread, id);
    const { outcome, evidence } = resultOf(delivery, this.left(thread, delivery), this.now());
    return this.closed(thread, id, outcome, evidence);
  }

  private left(thread: Thread, delivery: Delivery): readonly Standing[] {
    return !shows(delivery) ? lost(standing(thread), this.can) : [];
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

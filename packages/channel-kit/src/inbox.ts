import {
  deliveryId,
  type Envelope,
  type EditionReleased,
  type PublicationWithdrawn,
  type QuietHours,
  type RetryRequested,
} from '@towncrier/contracts';
import type { OutboxEntry } from '@towncrier/messaging';
import type { Collection } from '@towncrier/storage';
import { accepted, settled, type Speaker } from './delivery.events.ts';
import { accept, change, emptyThread, reopen } from './thread.evolve.ts';
import type { ThreadStore } from './thread.store.ts';
import type { Delivery, InboxDoc } from './thread.ts';

/** Takes events in for good: after `release` returns, the broker may forget the message. */
export class Inbox {
  constructor(
    private readonly channel: string,
    private readonly events: Collection<InboxDoc>,
    private readonly threads: ThreadStore,
    private readonly now: () => string,
    private readonly kickWorker: () => void,
    private readonly quiet: QuietHours | null = null,
  ) {}

  async release(envelope: Envelope<EditionReleased | PublicationWithdrawn>): Promise<void> {
    const { publication, delivery: said } = this.read(envelope);
    if (!envelope.data.channels.some((c) => c.id === this.channel)) return;
    await this.events.insert({ _id: said.id, envelope: { ...envelope } });
    const by: Speaker = { channel: this.channel, publication };
    await this.threads.append(publication, emptyThread(publication, this.now()), (thread) => {
      const known = thread.deliveries.find((d) => d.id === said.id);
      if (known !== undefined) return { thread, events: told(by, known) };
      return { thread: accept(thread, said), events: [accepted(by, said)] };
    });
    this.kickWorker();
  }

  /** An operator's wish. What is confirmed, superseded or under way stays as it is. */
  async retry(envelope: Envelope<RetryRequested>): Promise<void> {
    const { delivery, publication } = envelope.data;
    if ((await this.threads.get(publication)) === null) return;
    await this.threads.append(publication, emptyThread(publication, this.now()), (thread) => {
      const known = thread.deliveries.find((d) => d.id === delivery);
      if (known === undefined) return null;
      const now = this.now();
      if (known.settled === null) return { thread: change(thread, delivery, (d) => ({ ...d, nextAt: now })) };
      if (
        known.settled.outcome !== 'failed' &&
        known.settled.outcome !== 'refused' &&
        known.settled.outcome !== 'expired'
      ) {
        return { thread, events: told({ channel: this.channel, publication }, known) };
      }
      return { thread: change(thread, delivery, (d) => reopen(d, now)) };
    });
    this.kickWorker();
  }

  /** The far end says something moved: look now instead of later. */
  async sighted(publication: string): Promise<void> {
    if ((await this.threads.get(publication)) === null) return;
    const now = this.now();
    await this.threads.append(publication, emptyThread(publication, now), (thread) => ({
      thread: {
        ...thread,
        deliveries: thread.deliveries.map((d) =>
          d.settled === null && d.nextAt > now ? { ...d, nextAt: now } : d,
        ),
      },
    }));
    this.kickWorker();
  }

  private read(envelope: Envelope<EditionReleased | PublicationWithdrawn>): {
    readonly publication: string;
    readonly delivery: Delivery;
  } {
    const data = envelope.data;
    const withdrawn = 'reason' in data;
    const publication = withdrawn ? data.publication : data.edition.publication;
    const edition = withdrawn ? data.edition : data.edition.edition;
    const operation = withdrawn ? 'withdraw' : 'publish';
    const now = this.now();
    const delivery: Delivery = {
      edition,
      operation,
      id: deliveryId(publication, edition, this.channel, operation),
      lane: data.lane,
      title: withdrawn ? data.title : data.edition.content.title,
      releasedAt: withdrawn ? data.withdrawnAt : data.releasedAt,
      deadline: withdrawn ? null : data.deadline,
      ...(this.quiet === null || withdrawn || data.lane === 'urgent' ? {} : { quiet: this.quiet }),
      acceptedAt: now,
      traceparent: envelope.traceparent ?? null,
      attempts: 0,
      tries: 0,
      calls: [],
      nextAt: now,
      lastWords: '',
      settled: null,
      settlements: 0,
    };
    return { publication, delivery };
  }
}

/** What was told about a delivery before, for those who missed it. */
export function told(by: Speaker, delivery: Delivery): OutboxEntry[] {
  return delivery.settled === null
    ? [accepted(by, delivery)]
    : [accepted(by, delivery), settled(by, delivery)];
}

import {
  operationRules,
  shows,
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
import type { Reaches } from './register/reaches.ts';
import { accept, change, emptyThread, remember, retake } from './thread.evolve.ts';
import type { ThreadStore } from './thread.store.ts';
import type { Delivery, InboxDoc } from './thread.ts';

export interface InboxParts {
  readonly channel: string;
  readonly events: Collection<InboxDoc>;
  readonly threads: ThreadStore;
  readonly reaches: Reaches;
  readonly now: () => string;
  readonly kickWorker: () => void;
  readonly quiet: QuietHours | null;
}

/** Takes events in for good: after `release` returns, the broker may forget the message. */
export class Inbox {
  constructor(private readonly parts: InboxParts) {}

  async release(envelope: Envelope<EditionReleased | PublicationWithdrawn>): Promise<void> {
    const { channel, events, threads, now } = this.parts;
    const { publication, delivery: said } = this.read(envelope);
    const { data } = envelope;
    if (!data.channels.some((c) => c.id === channel)) return;
    await events.insert({ _id: said.id, envelope: { ...envelope } });
    if (!('reason' in data)) await this.reach(said, data);
    const by: Speaker = { channel, publication };
    await threads.append(publication, emptyThread(publication, now()), (thread) => {
      const known = thread.deliveries.find((d) => d.id === said.id);
      if (known !== undefined) return { thread, events: told(by, known) };
      const remembering = remember(thread, data.standing, channel);
      return { thread: accept(remembering, said), events: [accepted(by, said)] };
    });
    this.parts.kickWorker();
  }

  /** Whom it is meant for is settled now: what comes to the register later changes nothing about it. */
  private async reach(said: Delivery, event: EditionReleased): Promise<void> {
    const thread = await this.parts.threads.get(event.edition.publication);
    const earlier = (thread?.deliveries ?? [])
      .filter((d) => shows(d) && d.edition < said.edition)
      .sort((a, b) => b.edition - a.edition)[0];
    await this.parts.reaches.keep(said.id, event, earlier?.id ?? null);
  }

  /** An operator's wish. What is confirmed, superseded or under way stays as it is. */
  async retry(envelope: Envelope<RetryRequested>): Promise<void> {
    const { delivery, publication } = envelope.data;
    const { channel, threads } = this.parts;
    if ((await threads.get(publication)) === null) return;
    await threads.append(publication, emptyThread(publication, this.parts.now()), (thread) => {
      const known = thread.deliveries.find((d) => d.id === delivery);
      if (known === undefined) return null;
      const now = this.parts.now();
      if (known.settled === null) return { thread: change(thread, delivery, (d) => hurried(d, now)) };
      if (
        known.settled.outcome !== 'failed' &&
        known.settled.outcome !== 'refused' &&
        known.settled.outcome !== 'expired'
      ) {
        return { thread, events: told({ channel, publication }, known) };
      }
      return { thread: retake(thread, delivery, now) };
    });
    this.parts.kickWorker();
  }

  /** The far end says something moved: look now instead of later. */
  async sighted(publication: string): Promise<void> {
    const { threads } = this.parts;
    if ((await threads.get(publication)) === null) return;
    const now = this.parts.now();
    await threads.append(publication, emptyThread(publication, now), (thread) => ({
      thread: {
        ...thread,
        deliveries: thread.deliveries.map((d) => (d.settled === null ? hurried(d, now) : d)),
      },
    }));
    this.parts.kickWorker();
  }

  private read(envelope: Envelope<EditionReleased | PublicationWithdrawn>): {
    readonly publication: string;
    readonly delivery: Delivery;
  } {
    const { channel, quiet } = this.parts;
    const data = envelope.data;
    const withdrawn = 'reason' in data;
    const publication = withdrawn ? data.publication : data.edition.publication;
    const edition = withdrawn ? data.edition : data.edition.edition;
    const operation = withdrawn ? 'withdraw' : 'publish';
    const now = this.parts.now();
    const delivery: Delivery = {
      edition,
      operation,
      id: deliveryId(publication, edition, channel, operation),
      lane: data.lane,
      title: withdrawn ? data.title : data.edition.content.title,
      releasedAt: withdrawn ? data.withdrawnAt : data.releasedAt,
      deadline: withdrawn ? null : data.deadline,
      ...(withdrawn || data.expiresAt === undefined ? {} : { expiresAt: data.expiresAt }),
      ...(withdrawn && data.act !== undefined ? { act: data.act } : {}),
      ...(quiet === null || !operationRules[operation].canWait || data.lane === 'urgent' ? {} : { quiet }),
      acceptedAt: now,
      traceparent: envelope.traceparent ?? null,
      attempts: 0,
      tries: 0,
      calls: [],
      nextAt: now,
      lastWords: '',
      hash: null,
      ledgerAsked: data.standing !== undefined,
      settled: null,
      settlements: 0,
    };
    return { publication, delivery };
  }
}

/** What waits is tried or looked at now; what was not tried yet keeps its turn. */
const hurried = (d: Delivery, now: string): Delivery => ({
  ...d,
  nextAt: d.nextAt > now ? now : d.nextAt,
  calls: d.calls.map((c) => (c.nextAt > now ? { ...c, nextAt: now } : c)),
});

/** What was told about a delivery before, for those who missed it. */
export function told(by: Speaker, delivery: Delivery): OutboxEntry[] {
  return delivery.settled === null
    ? [accepted(by, delivery)]
    : [accepted(by, delivery), settled(by, delivery)];
}

import type { OutboxEntry } from '@towncrier/messaging';
import type { Collection, Page } from '@towncrier/storage';
import { ProblemError } from '../errors/problem.ts';
import type { Decision, RefusalCode } from './publication.decide.ts';
import { publicationOf, recorded, type PublicationDoc } from './publication.document.ts';
import type { Publication, PublicationEvent, PublicationState } from './publication.ts';

/** What a decided change sends into the world; computed before the write, saved with it. */
export type LetOut = (events: readonly PublicationEvent[], before: Publication) => Promise<readonly OutboxEntry[]>;

const statusOf: Readonly<Record<RefusalCode, number>> = {
  'four-eyes': 403, 'wrong-state': 409, 'content-changed': 409, 'nothing-changed': 422, 'no-channels': 422, 'channel-still-shows': 422, 'already-exists': 409, 'not-found': 404,
};

const notFound = (): ProblemError => new ProblemError(404, 'not-found', '没有这个发布件，请核对编号');
const stale = (current: number): ProblemError => new ProblemError(409, 'stale', `稿件已被他人更新（现为第 ${current} 次修订）；请刷新后核对再操作`, { current });

/** Loads and saves publications. One atomic document update per change: state, history and outbox together. */
export class PublicationsStore {
  constructor(private readonly docs: Collection<PublicationDoc>, private readonly kickRelay: () => void) {}

  /** @throws ProblemError 404 */
  async get(id: string): Promise<PublicationDoc> {
    const found = await this.docs.get(id);
    if (found === null) throw notFound();
    return found;
  }

  /** @throws ProblemError 404 · 409 with the current revision */
  async at(id: string, revision: number): Promise<PublicationDoc> {
    const found = await this.get(id);
    if (found.revision !== revision) throw stale(found.revision);
    return found;
  }

  list(state: PublicationState | undefined, limit: number, after: string | undefined): Promise<Page<PublicationDoc>> {
    return this.docs.find(state === undefined ? { updatedAt: { gt: '' } } : { state }, { order: { updatedAt: 'desc' }, limit, ...(after === undefined ? {} : { after }) });
  }

  /** Null when the id is taken. @throws ProblemError when the decision is a refusal */
  async create(decision: Decision): Promise<PublicationDoc | null> {
    const doc = recorded(null, eventsOf(decision), []);
    return (await this.docs.insert(doc)) ? { ...doc, version: 1 } : null;
  }

  /**
   * Decides on the revision the client saw. A write that loses against the relay (which only empties the outbox) is
   * decided again; one that loses against a person is not: that person's change must be seen first.
   * @throws ProblemError 404 · 409 stale · the refusal
   */
  async change(id: string, revision: number, decideOn: (state: Publication) => Decision, letOut: LetOut): Promise<PublicationDoc> {
    for (;;) {
      const doc = await this.at(id, revision);
      const before = publicationOf(doc);
      const events = eventsOf(decideOn(before));
      const next = recorded(doc, events, await letOut(events, before));
      if (await this.docs.replace(next, doc.version)) {
        if (next.outboxAt !== null) this.kickRelay();
        return { ...next, version: doc.version + 1 };
      }
    }
  }
}

/** @throws ProblemError */
export function eventsOf(decision: Decision): readonly PublicationEvent[] {
  if (decision.kind === 'refused') throw new ProblemError(statusOf[decision.code], decision.code, decision.words);
  return decision.events;
}

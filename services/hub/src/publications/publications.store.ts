import type { OutboxEntry } from '@towncrier/messaging';
import type { Collection, Page } from '@towncrier/storage';
import { ProblemError } from '../http/problem.ts';
import type { Decision, RefusalCode } from './publication.commands.ts';
import type { MergeRegion } from '../http/merge-region.ts';
import type { Listing } from './listing.desk.ts';
import { publicationOf, recorded, type PublicationDoc } from './publication.document.ts';
import type { PublicationEvent } from './publication.events.ts';
import type { PublicationQuery } from './publication.requests.ts';
import type { Publication } from './publication.ts';
import { queryWords } from './words/search.words.ts';

/**
 * A change to be decided on what is stored: `letOut` is what it sends into the world, computed before the
 * write and saved with it.
 */
export interface Change {
  readonly from: string;
  /** Of the words that were handed in. */
  readonly listing?: Listing | undefined;
  readonly decideOn: (state: Publication) => Decision;
  readonly letOut: (
    events: readonly PublicationEvent[],
    before: Publication,
  ) => Promise<readonly OutboxEntry[]>;
}

const statusOf: Partial<Readonly<Record<RefusalCode, number>>> = {
  forbidden: 403,
  'four-eyes': 403,
  'not-found': 404,
  'nothing-changed': 422,
  'no-channels': 422,
  'channel-still-shows': 422,
  'bad-schedule': 422,
  'term-over': 422,
  'no-expiry': 422,
  'not-urgent': 422,
  drill: 422,
  'not-a-warning': 422,
  verbatim: 422,
};

const notFound = (): ProblemError => new ProblemError(404, 'not-found', '没有这个发布件，请核对编号');
/** `conflict`: block by block, what both changed. */
export function stale(current: number, conflict: readonly MergeRegion[] | null = null): ProblemError {
  return new ProblemError(409, 'stale', `稿件已被他人更新（现为第 ${current} 次修订）；请刷新后核对再操作`, {
    current,
    ...(conflict === null ? {} : { conflict: [...conflict] }),
  });
}

/**
 * Loads and saves publications. One atomic document update per change: state, history, audit facts and outbox
 * together.
 */
export class PublicationsStore {
  constructor(
    private readonly docs: Collection<PublicationDoc>,
    private readonly saved: (doc: PublicationDoc) => void,
  ) {}

  /** Null for an id that nothing has. */
  find(id: string): Promise<PublicationDoc | null> {
    return this.docs.get(id);
  }

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

  /** The latest change first; with `dueBefore` the most pressing first. */
  list({ q, dueBefore, limit, after, ...filters }: PublicationQuery): Promise<Page<PublicationDoc>> {
    const where = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    return this.docs.find(
      {
        ...where,
        ...(dueBefore === undefined ? {} : { dueOn: { lte: dueBefore } }),
        ...(Object.keys(where).length > 0 || dueBefore !== undefined ? {} : { updatedAt: { gt: '' } }),
      },
      {
        order: dueBefore === undefined ? { updatedAt: 'desc' } : { dueOn: 'asc' },
        limit,
        ...(q === undefined ? {} : { words: queryWords(q) }),
        ...(after === undefined ? {} : { after }),
      },
    );
  }

  /** Publications for which something happens by itself by `now`, the longest overdue first. */
  async due(now: string, limit: number): Promise<readonly PublicationDoc[]> {
    return (await this.docs.find({ wakeAt: { lte: now } }, { order: { wakeAt: 'asc' }, limit })).items;
  }

  /** Null when the id is taken. @throws ProblemError when the decision is a refusal */
  async create(
    decision: Decision,
    from: string,
    listing: Listing,
    asked?: string,
  ): Promise<PublicationDoc | null> {
    const made = recorded(null, eventsOf(decision), { from, letOut: [], listing });
    const doc = { ...made, ...(asked === undefined ? {} : { asked }), version: 1 };
    if (!(await this.docs.insert(doc))) return null;
    this.saved(doc);
    return doc;
  }

  /**
   * Decides on the revision the client saw. A write that loses against the relays (which only empty outbox
   * and audit facts) is
   * decided again; one that loses against a person is not: that person's change must be seen first.
   * @throws ProblemError 404 · 409 stale · the refusal
   */
  change(id: string, revision: number, change: Change): Promise<PublicationDoc> {
    return this.save(id, change, (doc) => {
      if (doc.revision !== revision) throw stale(doc.revision);
    });
  }

  /** As `change`, on whatever stands there by the time: for what happens by the clock. */
  tend(id: string, change: Change): Promise<PublicationDoc> {
    return this.save(id, change, () => undefined);
  }

  /** Whether it would be refused. @throws ProblemError as `change` would */
  async tryOut(id: string, revision: number, decideOn: Change['decideOn']): Promise<void> {
    eventsOf(decideOn(publicationOf(await this.at(id, revision))));
  }

  private async save(
    id: string,
    { from, decideOn, letOut, listing }: Change,
    admit: (doc: PublicationDoc) => void,
  ): Promise<PublicationDoc> {
    const { doc } = await this.docs.change(id, async (stored) => {
      if (stored === null) throw notFound();
      admit(stored);
      const before = publicationOf(stored);
      const events = eventsOf(decideOn(before));
      return recorded(stored, events, { from, letOut: await letOut(events, before), listing });
    });
    if (doc === null) throw notFound();
    this.saved(doc);
    return doc;
  }
}

/** @throws ProblemError */
export function eventsOf(decision: Decision): readonly PublicationEvent[] {
  if (decision.kind === 'refused') throw problemOf(decision);
  return decision.events;
}

/** A refusal of the rules, as the API says it. */
export const problemOf = ({ code, words }: Extract<Decision, { kind: 'refused' }>): ProblemError =>
  new ProblemError(statusOf[code] ?? 409, code, words);

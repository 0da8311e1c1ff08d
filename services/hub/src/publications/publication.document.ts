import { channelId, editionContent, publicationId, sha256, type EditionContent } from '@towncrier/contracts';
import { outboxFields, withEvents, type OutboxEntry, type WithOutbox } from '@towncrier/messaging';
import type { CollectionSpec, Doc, Fresh } from '@towncrier/storage';
import { z } from 'zod';
import { auditFields, withAudit, type WithAudit } from '../trail/audit.fact.ts';
import type { Listing } from './listing.desk.ts';
import { factsOf } from './publication.audit.ts';
import type { PublicationEvent } from './publication.events.ts';
import { evolve } from './publication.evolve.ts';
import { historyLine, type HistoryLine } from './publication.history.ts';
import { review } from './publication.review.ts';
import { terms } from './publication.terms.ts';
import { newest, stateOf, wakeAt, type Publication, type PublicationState } from './publication.ts';
import { reviewRoute } from './review.kind.ts';

export const editionState = z.enum([
  'draft',
  'submitted',
  'in-review',
  'secrecy-review',
  'referred',
  'awaiting-confirmation',
  'approved',
  'scheduled',
  'released',
]);
const words = z.string();

export const editionRecord = z.object({
  ...terms.shape,
  edition: z.int().positive(),
  state: editionState,
  authors: z.array(z.string()).min(1),
  submittedBy: z.string().nullable(),
  route: reviewRoute.nullable(),
  reviews: z.array(review),
  claim: z.object({ by: z.string(), at: z.string() }).nullable(),
  comments: z.array(
    z.object({
      id: z.int().positive(),
      block: z.int().nonnegative(),
      by: z.string(),
      at: z.string(),
      words,
      settled: z
        .object({ as: z.enum(['resolved', 'waived']), by: z.string(), at: z.string(), words })
        .nullable(),
    }),
  ),
  urgentRequest: z.object({ by: z.string(), at: z.string(), until: z.string(), reason: words }).nullable(),
  releasedAt: z.string().nullable(),
  renditions: z.record(channelId, z.string()),
  corrects: z.object({ edition: z.int().positive(), reason: words }).optional(),
});
export const ending = z.object({
  act: z.enum(['withdraw', 'expire', 'repeal']),
  reason: words,
  by: z.string(),
  at: z.string(),
  basis: words.optional(),
  successor: words.optional(),
});
export const urgentRelease = z.object({
  edition: z.int().positive(),
  requestedBy: z.string(),
  confirmedBy: z.string(),
  reason: words,
  at: z.string(),
  reviewDueAt: z.string(),
  review: z
    .object({ by: z.string(), at: z.string(), verdict: z.enum(['upheld', 'faulted']), words })
    .nullable(),
});

export interface PublicationDoc extends WithOutbox, WithAudit, Omit<Publication, 'id'> {
  /** Copies for lists. */
  readonly state: PublicationState;
  readonly title: string;
  readonly column: string;
  readonly item: string | null;
  readonly type: string;
  /** Words of the newest edition, divided by spaces. */
  readonly words: string;
  /** Last day to publish it; null when none is known, and once it was published. */
  readonly dueOn: string | null;
  /** When something happens by itself. */
  readonly wakeAt: string | null;
  /** When the afterwards review of an urgent release is due; null when none is open. */
  readonly reviewDueAt: string | null;
  readonly history: readonly HistoryLine[];
  /**
   * Since when an operation has gone out that the reconciler has no record of; null when it knows them all.
   */
  readonly untrackedSince: string | null;
  readonly lease?: { readonly token: string; readonly until: string } | null | undefined;
}

export const publicationState = z.enum([
  ...editionState.options,
  'withdrawn',
  'expired',
  'repealed',
  'archived',
]);

const listed = ['updatedAt', 'state', 'organisation', 'column', 'item', 'type'] as const;

export const publications: CollectionSpec<PublicationDoc> = {
  name: 'publications',
  schema: z.object({
    _id: publicationId,
    version: z.int(),
    organisation: z.string(),
    revision: z.int().positive(),
    inForce: z.int().positive().nullable(),
    editions: z.array(editionRecord).min(1),
    urgentReleases: z.array(urgentRelease),
    ending: ending.nullable(),
    archivedAt: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    state: publicationState,
    title: z.string(),
    column: z.string(),
    item: z.string().nullable(),
    type: z.string(),
    words: z.string(),
    dueOn: z.string().nullable(),
    wakeAt: z.string().nullable(),
    reviewDueAt: z.string().nullable(),
    history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), words: z.string() })),
    untrackedSince: z.string().nullable(),
    lease: z.object({ token: z.string(), until: z.string() }).nullish(),
    ...outboxFields,
    ...auditFields,
    // the tuple and the literal types of the domain are narrower than what zod can say
  }) as unknown as z.ZodType<PublicationDoc>,
  text: 'words',
  // what lists filter by stands in each index, so that a filter reads the index and not the document
  indexes: [
    ['state', ...listed.filter((path) => path !== 'state')],
    ['organisation', ...listed.filter((path) => path !== 'organisation')],
    ['column', ...listed.filter((path) => path !== 'column')],
    ['item', ...listed.filter((path) => path !== 'item')],
    [...listed],
    ['dueOn', ...listed],
    ['outboxAt'],
    ['untrackedSince'],
    ['wakeAt'],
    ['reviewDueAt'],
    ['unauditedAt'],
  ],
};

export interface ContentDoc extends Doc {
  readonly content: EditionContent;
}
/**
 * Every content ever written, by its hash: written once, never changed, so that an approved hash always names
 * the same words.
 */
export const contents: CollectionSpec<ContentDoc> = {
  name: 'contents',
  schema: z.object({ _id: sha256, version: z.int(), content: editionContent }),
  indexes: [],
};

export function publicationOf(doc: PublicationDoc): Publication {
  const {
    _id: id,
    organisation,
    revision,
    inForce,
    editions,
    urgentReleases,
    ending: end,
    archivedAt,
    createdAt,
    updatedAt,
  } = doc;
  return {
    id,
    organisation,
    revision,
    inForce,
    editions,
    urgentReleases,
    ending: end,
    archivedAt,
    createdAt,
    updatedAt,
  };
}

/**
 * What a change is recorded with: where the request came from, what it lets out into the world, and what
 * lists learn of new words.
 */
export interface Recording {
  readonly from: string;
  readonly letOut: readonly OutboxEntry[];
  readonly listing?: Listing | undefined;
}

/**
 * The document after `events`; what they let out waits in its outbox, and who did it in its audit facts.
 * `doc` is null for a new publication.
 */
export function recorded(
  doc: PublicationDoc | null,
  events: readonly PublicationEvent[],
  { from, letOut, listing }: Recording,
): Fresh<PublicationDoc> {
  const before = doc === null ? null : publicationOf(doc);
  const publication = events.reduce<Publication | null>(evolve, before);
  if (publication === null) throw new Error('nothing happened');
  const { id, ...facts } = publication;
  const at = publication.updatedAt;
  const released = events.some((e) => e.type === 'editionReleased' || e.type === 'publicationEnded');
  const { column, item, type } = newest(publication).matter;
  const next = {
    _id: id,
    ...facts,
    column,
    item,
    type,
    words: wordsAfter(doc?.words ?? '', listing),
    dueOn:
      publication.inForce !== null || publication.ending !== null
        ? null
        : listing === undefined
          ? (doc?.dueOn ?? null)
          : listing.dueOn,
    state: stateOf(publication),
    title: newest(publication).title,
    wakeAt: wakeAt(publication),
    reviewDueAt:
      publication.urgentReleases
        .filter((r) => r.review === null)
        .map((r) => r.reviewDueAt)
        .sort()[0] ?? null,
    history: events.reduce(withLine, doc?.history ?? []),
    untrackedSince: released ? (doc?.untrackedSince ?? at) : (doc?.untrackedSince ?? null),
    outbox: doc?.outbox ?? [],
    outboxAt: doc?.outboxAt ?? null,
    unaudited: doc?.unaudited ?? [],
    unauditedAt: doc?.unauditedAt ?? null,
    ...(doc?.lease === undefined ? {} : { lease: doc.lease }),
  };
  return withAudit(withEvents(next, letOut, at), factsOf(events, before, publication, from));
}

/** Words of the newest edition; files that an earlier one named stay findable by their hash. */
function wordsAfter(before: string, listing: Listing | undefined): string {
  if (listing === undefined) return before;
  return [
    ...new Set([
      ...listing.words.split(' '),
      ...before.split(' ').filter((word) => /^[0-9a-f]{64}$/.test(word)),
    ]),
  ].join(' ');
}

/** Saving the same draft again and again by the same person is one line. */
function withLine(history: readonly HistoryLine[], event: PublicationEvent): readonly HistoryLine[] {
  const line = historyLine(event);
  const last = history.at(-1);
  const again =
    last !== undefined && last.what === 'draftEdited' && line.what === 'draftEdited' && last.by === line.by;
  return again ? history.with(-1, line) : [...history, line];
}

import { editionContent, publicationId, sha256 } from '@towncrier/contracts';
import { outboxFields, withEvents, type OutboxEntry } from '@towncrier/messaging';
import type { CollectionSpec, Fresh, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { auditFields, withAudit } from '../trail/audit.fact.ts';
import type { Listing } from './listing.desk.ts';
import { factsOf } from './publication.audit.ts';
import type { PublicationEvent } from './publication.events.ts';
import { evolve } from './publication.evolve.ts';
import { historyLine, storedHistoryLine, type HistoryLine } from './publication.history.ts';
import { publicationFacts, publicationState } from './publication.record.ts';
import { wordsForm } from './words/search.words.ts';
import { withFormerFiles } from './words/text.words.ts';
import { newest, stateOf, wakeAt, type Publication } from './publication.ts';

const publicationDoc = publicationFacts.extend({
  _id: publicationId,
  version: z.int(),
  /** Copies for lists. */
  state: publicationState,
  title: z.string(),
  column: z.string(),
  item: z.string().nullable(),
  type: z.string(),
  /** Words of the newest edition, divided by spaces. */
  words: z.string(),
  /** Which way of cutting they were cut by; absent for ways before the second. */
  wordsForm: z.int().optional(),
  /** Last day to publish it; null when none is known, and once it was published. */
  dueOn: z.string().nullable(),
  /** When something happens by itself. */
  wakeAt: z.string().nullable(),
  /** When the afterwards review of an urgent release is due; null when none is open. */
  reviewDueAt: z.string().nullable(),
  history: z.array(storedHistoryLine),
  /**
   * Since when an operation has gone out that the reconciler has no record of; null when it knows them all.
   */
  untrackedSince: z.string().nullable(),
  /** SHA-256 of the request that made it; absent where it named no attempt. */
  asked: sha256.optional(),
  lease: z.object({ token: z.string(), until: z.string() }).nullish(),
  ...outboxFields,
  ...auditFields,
});
export type PublicationDoc = Frozen<z.infer<typeof publicationDoc>>;

const listed = ['updatedAt', 'state', 'organisation', 'column', 'item', 'type'] as const;

export const publications: CollectionSpec<PublicationDoc> = {
  name: 'publications',
  schemaVersion: 1,
  schema: publicationDoc,
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
    ['wordsForm'],
    ['unauditedAt'],
  ],
};

const contentDoc = z.object({ _id: sha256, version: z.int(), content: editionContent });
export type ContentDoc = z.infer<typeof contentDoc>;
/**
 * Every content ever written, by its hash: written once, never changed, so that an approved hash always names
 * the same words.
 */
export const contents: CollectionSpec<ContentDoc> = {
  name: 'contents',
  schemaVersion: 1,
  schema: contentDoc,
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
  const next = {
    _id: id,
    ...facts,
    ...copiesOf(publication),
    ...wordsAfter(doc, listing),
    dueOn: dueOnAfter(publication, doc, listing),
    history: events.reduce(withLine, doc?.history ?? []),
    untrackedSince: released ? (doc?.untrackedSince ?? at) : (doc?.untrackedSince ?? null),
    outbox: doc?.outbox ?? [],
    outboxAt: doc?.outboxAt ?? null,
    unaudited: doc?.unaudited ?? [],
    unauditedAt: doc?.unauditedAt ?? null,
    ...(doc?.asked === undefined ? {} : { asked: doc.asked }),
    ...(doc?.lease === undefined ? {} : { lease: doc.lease }),
  };
  return withAudit(withEvents(next, letOut, at), factsOf(events, before, publication, from));
}

type Copied = 'state' | 'title' | 'column' | 'item' | 'type' | 'wakeAt' | 'reviewDueAt';

/** What lists filter and order by. */
function copiesOf(publication: Publication): Pick<PublicationDoc, Copied> {
  const { title, matter } = newest(publication);
  const { column, item, type } = matter;
  const open = publication.urgentReleases.filter((r) => r.review === null).map((r) => r.reviewDueAt);
  return {
    state: stateOf(publication),
    title,
    column,
    item,
    type,
    wakeAt: wakeAt(publication),
    reviewDueAt: open.toSorted()[0] ?? null,
  };
}

/** Only what the public does not have yet is due. */
function dueOnAfter(
  { inForce, ending: end }: Publication,
  doc: PublicationDoc | null,
  listing: Listing | undefined,
): string | null {
  if (inForce !== null || end !== null) return null;
  return listing === undefined ? (doc?.dueOn ?? null) : listing.dueOn;
}

/** Words that no listing brings stay as they were cut. */
function wordsAfter(
  doc: PublicationDoc | null,
  listing: Listing | undefined,
): Pick<PublicationDoc, 'words' | 'wordsForm'> {
  if (listing !== undefined)
    return { words: withFormerFiles(listing.words.split(' '), doc?.words ?? ''), wordsForm };
  const form = doc?.wordsForm;
  return { words: doc?.words ?? '', ...(form === undefined ? {} : { wordsForm: form }) };
}

/** Saving the same draft again and again by the same person is one line. */
function withLine(history: readonly HistoryLine[], event: PublicationEvent): readonly HistoryLine[] {
  const line = historyLine(event);
  const last = history.at(-1);
  const again =
    last !== undefined && last.what === 'draftEdited' && line.what === 'draftEdited' && last.by === line.by;
  return again ? history.with(-1, line) : [...history, line];
}

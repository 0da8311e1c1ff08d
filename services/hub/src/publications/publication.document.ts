import { channelId, editionContent, lane, publicationId, sha256, type EditionContent } from '@towncrier/contracts';
import { outboxFields, withEvents, type OutboxEntry, type WithOutbox } from '@towncrier/messaging';
import type { CollectionSpec, Doc, Fresh } from '@towncrier/storage';
import { z } from 'zod';
import { evolve, newest, stateOf, type Publication, type PublicationEvent, type PublicationState } from './publication.ts';
import { historyLine, type HistoryLine } from './publication.history.ts';

const editionState = z.enum(['draft', 'submitted', 'approved', 'published']);
const editionRecord = z.object({
  edition: z.int().positive(),
  state: editionState,
  contentHash: sha256,
  title: z.string(),
  lane,
  channels: z.array(channelId),
  authors: z.array(z.string()).min(1),
  submittedBy: z.string().optional(),
  approvedBy: z.string().optional(),
  releasedAt: z.string().optional(),
  renditions: z.record(channelId, z.string()),
  corrects: z.object({ edition: z.int().positive(), reason: z.string() }).optional(),
});

export interface PublicationDoc extends WithOutbox, Omit<Publication, 'id'> {
  /** Copies for lists. */
  readonly state: PublicationState;
  readonly title: string;
  readonly history: readonly HistoryLine[];
  /** Since when an operation has gone out that the reconciler has no record of; null when it knows them all. */
  readonly untrackedSince: string | null;
  readonly lease?: { readonly token: string; readonly until: string } | null | undefined;
}

export const publications: CollectionSpec<PublicationDoc> = {
  name: 'publications',
  schema: z.object({
    _id: publicationId,
    version: z.int(),
    revision: z.int().positive(),
    inForce: z.int().positive().nullable(),
    editions: z.array(editionRecord).min(1),
    withdrawal: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    state: z.enum([...editionState.options, 'withdrawn']),
    title: z.string(),
    history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), words: z.string() })),
    untrackedSince: z.string().nullable(),
    lease: z.object({ token: z.string(), until: z.string() }).nullish(),
    ...outboxFields,
    // the tuple and the literal types of the domain are narrower than what zod can say
  }) as unknown as z.ZodType<PublicationDoc>,
  indexes: [['state', 'updatedAt'], ['updatedAt'], ['outboxAt'], ['untrackedSince']],
};

export interface ContentDoc extends Doc { readonly content: EditionContent }
/** Every content ever written, by its hash: written once, never changed, so that an approved hash always names the same words. */
export const contents: CollectionSpec<ContentDoc> = {
  name: 'contents',
  schema: z.object({ _id: sha256, version: z.int(), content: editionContent }),
  indexes: [],
};

export function publicationOf(doc: PublicationDoc): Publication {
  const { _id: id, revision, inForce, editions, withdrawal, createdAt, updatedAt } = doc;
  return { id, revision, inForce, editions, withdrawal, createdAt, updatedAt };
}

/** The document after `events`; what they let out into the world waits in its outbox. `doc` is null for a new publication. */
export function recorded(doc: PublicationDoc | null, events: readonly PublicationEvent[], letOut: readonly OutboxEntry[]): Fresh<PublicationDoc> {
  const publication = events.reduce<Publication | null>(evolve, doc === null ? null : publicationOf(doc));
  if (publication === null) throw new Error('nothing happened');
  const { id, ...facts } = publication;
  const at = publication.updatedAt;
  const released = events.some((e) => e.type === 'editionReleased' || e.type === 'publicationWithdrawn');
  const next = {
    _id: id, ...facts,
    state: stateOf(publication), title: newest(publication).title,
    history: events.reduce(withLine, doc?.history ?? []),
    untrackedSince: released ? (doc?.untrackedSince ?? at) : (doc?.untrackedSince ?? null),
    outbox: doc?.outbox ?? [],
    outboxAt: doc?.outboxAt ?? null,
    ...(doc?.lease === undefined ? {} : { lease: doc.lease }),
  };
  return withEvents(next, letOut, at);
}

/** Saving the same draft again and again by the same person is one line. */
function withLine(history: readonly HistoryLine[], event: PublicationEvent): readonly HistoryLine[] {
  const line = historyLine(event);
  const last = history.at(-1);
  const again = last !== undefined && last.what === 'draftEdited' && line.what === 'draftEdited' && last.by === line.by;
  return again ? history.with(-1, line) : [...history, line];
}

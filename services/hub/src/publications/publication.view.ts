import { channelId, editionContent, lane, publicationId, rendered, sha256, type EditionContent } from '@towncrier/contracts';
import { z } from 'zod';
import { pageOf } from '../releases/edition.ts';
import type { PublicationDoc } from './publication.document.ts';
import type { EditionRecord } from './publication.ts';

const editionState = z.enum(['draft', 'submitted', 'approved', 'published']);

const editionSummary = z.object({
  edition: z.int().positive(),
  state: editionState,
  contentHash: sha256,
  title: z.string(),
  lane,
  channels: z.array(channelId),
  authors: z.array(z.string()),
  submittedBy: z.string().optional(),
  approvedBy: z.string().optional(),
  releasedAt: z.string().optional(),
  renditions: z.record(channelId, z.string()).meta({ description: 'Channel → SHA-256 of what it will send' }),
  corrects: z.object({ edition: z.int().positive(), reason: z.string() }).optional(),
});

export const publicationState = z.enum([...editionState.options, 'withdrawn']).meta({ description: 'State of the newest edition, or `withdrawn`; `inForce` tells what the public sees' });

/** A publication without its words, for lists. */
export const publicationSummary = z.object({
  id: publicationId,
  version: z.int().positive().meta({ description: 'To be named by whoever changes it' }),
  state: publicationState,
  lane,
  channels: z.array(channelId),
  title: z.string(),
  page: z.url(),
  inForce: z.int().positive().nullable(),
  editions: z.array(editionSummary),
  withdrawal: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), words: z.string() })),
}).meta({ id: 'PublicationSummary' });
export type PublicationSummary = z.infer<typeof publicationSummary>;

export const publication = publicationSummary.extend({
  editions: z.array(editionSummary.extend({ content: editionContent })),
}).meta({ id: 'Publication' });
export type PublicationView = z.infer<typeof publication>;

export const publicationList = z.object({ items: z.array(publicationSummary), cursor: z.string().optional() });

/** What the import noticed: where, what, and what to do about it. */
const finding = z.object({ field: z.string(), message: z.string(), remedy: z.string() });
export const preview = z.object({ content: editionContent, contentHash: sha256, findings: z.array(finding), renditions: z.array(rendered) }).meta({ id: 'SourcePreview' });

export function summaryOf(siteUrl: string, doc: PublicationDoc): PublicationSummary {
  const current = doc.editions.at(-1) ?? doc.editions[0];
  return {
    id: doc._id, version: doc.revision, state: doc.state, lane: current.lane, channels: [...current.channels], title: doc.title,
    page: pageOf(siteUrl, doc._id), inForce: doc.inForce, editions: doc.editions.map(editionView),
    withdrawal: doc.withdrawal, createdAt: doc.createdAt, updatedAt: doc.updatedAt, history: [...doc.history],
  };
}

/** `contents` is one content per edition, in order. */
export function viewOf(siteUrl: string, doc: PublicationDoc, contents: readonly EditionContent[]): PublicationView {
  const editions = doc.editions.map((record, n) => {
    const content = contents[n];
    if (content === undefined) throw new Error(`edition ${record.edition} of ${doc._id} has no content`);
    return { ...editionView(record), content };
  });
  return { ...summaryOf(siteUrl, doc), editions };
}

function editionView(record: EditionRecord): PublicationSummary['editions'][number] {
  return { ...record, channels: [...record.channels], authors: [...record.authors], renditions: { ...record.renditions } };
}

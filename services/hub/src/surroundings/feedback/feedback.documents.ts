import { publicationId } from '@towncrier/contracts';
import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { auditedFields } from '../../trail/audited.store.ts';
import { feedbackKind } from './feedback.kinds.ts';

export const feedbackState = z.enum(['received', 'accepted', 'answered', 'declined']);

export const feedbackFacts = z.object({
  publication: publicationId,
  edition: z.int().positive(),
  kind: feedbackKind,
  words: z.string(),
  contact: z.string().nullable(),
  state: feedbackState,
  receivedAt: z.string(),
  dueOn: z.iso.date().nullable(),
  handler: z.string().nullable(),
  answer: z.object({ words: z.string(), by: z.string(), at: z.string() }).nullable(),
});

const feedbackDoc = feedbackFacts.extend({
  _id: z.string(),
  version: z.int(),
  /** SHA-256 of the code with which the writer reads the answer. */
  codeHash: z.string(),
  ...auditedFields,
});
export type FeedbackDoc = Frozen<z.infer<typeof feedbackDoc>>;
export const feedbackDocs: CollectionSpec<FeedbackDoc> = {
  name: 'feedback',
  schemaVersion: 1,
  schema: feedbackDoc,
  indexes: [['state', 'dueOn'], ['receivedAt'], ['publication', 'receivedAt'], ['unauditedAt']],
  sealed: ['contact'],
};

import { publicationId } from '@towncrier/contracts';
import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';
import { auditedFields, type Audited } from '../../trail/audited.store.ts';
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

export interface FeedbackDoc extends Audited, z.infer<typeof feedbackFacts> {
  /** SHA-256 of the code with which the writer reads the answer. */
  readonly codeHash: string;
}
export const feedbackDocs: CollectionSpec<FeedbackDoc> = {
  name: 'feedback',
  schema: feedbackFacts.extend({ _id: z.string(), version: z.int(), codeHash: z.string(), ...auditedFields }),
  indexes: [['state', 'dueOn'], ['receivedAt'], ['publication', 'receivedAt'], ['unauditedAt']],
};

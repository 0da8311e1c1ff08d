import { publicationId } from '@towncrier/contracts';
import type { CollectionSpec, Doc } from '@towncrier/storage';
import { z } from 'zod';
import { auditFields, type WithAudit } from '../audit/audit.fact.ts';
import { feedbackKind } from './feedback.kinds.ts';

export const feedbackState = z.enum(['received', 'accepted', 'answered', 'declined']);

export const feedbackFacts = z.object({
  publication: publicationId, edition: z.int().positive(), kind: feedbackKind, words: z.string(), contact: z.string().nullable(), state: feedbackState,
  receivedAt: z.string(), dueOn: z.iso.date().nullable(), handler: z.string().nullable(), answer: z.object({ words: z.string(), by: z.string(), at: z.string() }).nullable(),
});

export interface FeedbackDoc extends Doc, WithAudit, z.infer<typeof feedbackFacts> {
  /** SHA-256 of the code with which the writer reads the answer. */
  readonly codeHash: string;
}
export const feedbackDocs: CollectionSpec<FeedbackDoc> = {
  name: 'feedback',
  schema: feedbackFacts.extend({ _id: z.string(), version: z.int(), codeHash: z.string(), ...auditFields }),
  indexes: [['state', 'dueOn'], ['receivedAt'], ['publication', 'receivedAt'], ['unauditedAt']],
};

import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { auditedFields } from '../../trail/audited.store.ts';
import { applicant, requestFacts, wanted } from './request.ts';

const requestDoc = requestFacts.extend({
  _id: z.string(),
  version: z.int(),
  /** Sealed texts are longer than what is in them. */
  applicant: applicant.extend({ name: z.string(), idNumber: z.string(), contact: z.string() }),
  wanted: wanted.extend({ description: z.string() }),
  /** SHA-256 of the code with which the applicant asks how it stands. */
  codeHash: z.string(),
  /** Copy for lists: the last day to answer; null while the clock stands. */
  dueOn: z.iso.date().nullable(),
  updatedAt: z.string(),
  ...auditedFields,
});
export type RequestDoc = Frozen<z.infer<typeof requestDoc>>;
export const disclosureRequests: CollectionSpec<RequestDoc> = {
  name: 'disclosure_requests',
  schemaVersion: 1,
  schema: requestDoc,
  indexes: [['state', 'dueOn'], ['dueOn'], ['updatedAt'], ['unauditedAt']],
  sealed: ['applicant.name', 'applicant.idNumber', 'applicant.contact', 'wanted.description'],
};

import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { auditedFields } from '../../trail/audited.store.ts';
import { requestFacts } from './request.ts';

const requestDoc = requestFacts.extend({
  _id: z.string(),
  version: z.int(),
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
};

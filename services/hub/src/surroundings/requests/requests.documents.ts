import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';
import { auditedFields, type Audited } from '../../trail/audited.store.ts';
import {
  answerKinds,
  requestStates,
  type AnswerKind,
  type DisclosureRequest,
  type RequestState,
} from './request.ts';

const civilDate = z.iso.date();
export const applicant = z.strictObject({
  kind: z.enum(['person', 'body']),
  name: z.string().trim().min(1).max(100),
  idNumber: z.string().trim().min(6).max(40),
  contact: z.string().trim().min(5).max(200),
});
export const wanted = z.strictObject({
  description: z.string().trim().min(1).max(2000),
  documentNumber: z.string().trim().max(100).optional(),
  form: z.enum(['paper', 'email', 'copy', 'on-site']),
});
export const requestState = z.enum(Object.keys(requestStates) as [RequestState, ...RequestState[]]);
export const answerKind = z.enum(Object.keys(answerKinds) as [AnswerKind, ...AnswerKind[]]);
export const mode = z.enum(['in-person', 'signed-mail', 'mail', 'online']);

export const requestFacts = z.object({
  organisation: z.string(),
  state: requestState,
  applicant,
  wanted,
  mode,
  submittedOn: civilDate,
  receivedOn: civilDate.nullable(),
  correction: z
    .object({ askedOn: civilDate, words: z.string(), dueOn: civilDate, answeredOn: civilDate.nullable() })
    .nullable(),
  extension: z
    .object({ days: z.int(), reason: z.string(), approvedBy: z.string(), on: civilDate })
    .nullable(),
  consultations: z.array(
    z.object({
      with: z.string(),
      kind: z.enum(['third-party', 'co-maker']),
      from: civilDate,
      dueOn: civilDate,
      to: civilDate.nullable(),
      outcome: z.string().nullable(),
    }),
  ),
  answer: z
    .object({ kind: answerKind, words: z.string(), on: civilDate, publication: z.string().nullable() })
    .nullable(),
});

export interface RequestDoc extends Audited, Omit<DisclosureRequest, 'id'> {
  /** SHA-256 of the code with which the applicant asks how it stands. */
  readonly codeHash: string;
  /** Copy for lists: the last day to answer; null while the clock stands. */
  readonly dueOn: string | null;
  readonly updatedAt: string;
}
export const disclosureRequests: CollectionSpec<RequestDoc> = {
  name: 'disclosure_requests',
  schema: requestFacts.extend({
    _id: z.string(),
    version: z.int(),
    codeHash: z.string(),
    dueOn: civilDate.nullable(),
    updatedAt: z.string(),
    ...auditedFields,
  }),
  indexes: [['state', 'dueOn'], ['dueOn'], ['updatedAt'], ['unauditedAt']],
};

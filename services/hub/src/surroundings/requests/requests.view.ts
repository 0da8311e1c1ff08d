import { z } from 'zod';
import { factsIn } from '../../trail/audited.store.ts';
import { steps, type Step } from '../../access/steps/step.ts';
import { answerKinds, requestFacts, requestStates } from './request.ts';
import type { RequestDoc } from './requests.documents.ts';

export const requestView = requestFacts
  .extend({
    id: z.string(),
    version: z.int().positive(),
    dueOn: z.iso.date().nullable(),
    provisional: z.boolean().meta({ description: '`dueOn` lies in a year that is not announced yet' }),
    updatedAt: z.string(),
    stateTitle: z.string().meta({ description: 'The state in words' }),
    answerTitle: z.string().nullable().meta({ description: 'The kind of answer in words' }),
    steps,
  })
  .meta({ id: 'DisclosureRequest' });
export type RequestView = z.infer<typeof requestView>;
export const requestList = z.object({ items: z.array(requestView), cursor: z.string().optional() });

/** What an applicant sees who knows the code: nothing about anybody. */
export const requestStatus = requestFacts
  .pick({ state: true, submittedOn: true, receivedOn: true })
  .extend({
    id: z.string(),
    dueOn: z.iso.date().nullable(),
    correction: z.string().nullable(),
    answer: z.object({ kind: z.string(), words: z.string(), on: z.iso.date() }).nullable(),
  })
  .meta({ id: 'DisclosureRequestStatus' });
export type RequestStatus = z.infer<typeof requestStatus>;

/** `provisional`: whether the year of its deadline is not announced yet. */
export function requestViewOf(doc: RequestDoc, next: readonly Step[], provisional: boolean): RequestView {
  const { _id: id, codeHash: _code, consultations, ...facts } = factsIn(doc);
  return {
    ...facts,
    id,
    version: doc.revision,
    provisional,
    consultations: [...consultations],
    stateTitle: requestStates[doc.state],
    answerTitle: doc.answer === null ? null : answerKinds[doc.answer.kind],
    steps: [...next],
  };
}

export function statusOf({
  _id,
  state,
  submittedOn,
  receivedOn,
  dueOn,
  correction,
  answer,
}: RequestDoc): RequestStatus {
  return {
    id: _id,
    state,
    submittedOn,
    receivedOn,
    dueOn,
    correction: correction !== null && correction.answeredOn === null ? correction.words : null,
    answer: answer === null ? null : { kind: answer.kind, words: answer.words, on: answer.on },
  };
}

import type { z } from 'zod';
import type { Unsigned } from '../publications/publication.commands.ts';
import * as requests from '../publications/publication.requests.ts';
import { newest, type Publication } from '../publications/publication.ts';
import { submitted, termsOf } from './story.ts';

/** What nobody was asked. */
export const unasked = { renditions: {}, unchecked: [] };
type Taken = (body: object, state: Publication, act: string) => Unsigned;
const parsed =
  <S extends z.ZodType<{ version: number }>>(
    schema: S,
    to: (fields: z.infer<S>, act: string) => Unsigned,
  ): Taken =>
  (body, _state, act) =>
    to(schema.parse(body), act);

/** What becomes of a step that is taken, as the controllers read it: strictly by the contract. */
const taken: Readonly<Record<string, Taken>> = {
  edit: (_body, state) => ({ type: 'editDraft', terms: { ...newest(state), lane: 'urgent' }, losses: [] }),
  'losses/check': parsed(requests.lossesRequest, ({ version: _, ...rest }) => ({
    type: 'checkLosses',
    ...rest,
  })),
  correct: (_body, state) => {
    const terms = termsOf('d', { relayed: newest(state).relayed, channels: newest(state).channels });
    return { type: 'correctPublication', reason: '有误', terms, losses: [] };
  },
  submit: parsed(requests.submitRequest, () => submitted()),
  claim: parsed(requests.claimRequest, ({ takeOver }) => ({ type: 'claimReview', takeOver })),
  comments: parsed(requests.commentRequest, ({ version: _, ...rest }) => ({ type: 'makeComment', ...rest })),
  replies: parsed(requests.answerRequest, ({ version: _, ...rest }, act) => ({
    type: 'answerComment',
    comment: Number(/\d+/.exec(act)?.[0]),
    ...rest,
  })),
  settle: parsed(requests.settleRequest, ({ version: _, ...rest }, act) => ({
    type: 'settleComment',
    comment: Number(/\d+/.exec(act)?.[0]),
    ...rest,
  })),
  return: parsed(requests.returnRequest, ({ version: _, ...rest }) => ({ type: 'returnEdition', ...rest })),
  refer: parsed(requests.returnRequest, ({ version: _, ...rest }) => ({ type: 'referEdition', ...rest })),
  approve: parsed(requests.approveRequest, ({ version: _, ...rest }) => ({
    type: 'approveEdition',
    ...rest,
  })),
  clear: parsed(requests.approveRequest, ({ version: _, ...rest }) => ({ type: 'clearEdition', ...rest })),
  urgent: parsed(requests.reasonRequest, ({ reason }) => ({
    type: 'requestUrgentRelease',
    reason,
    ...unasked,
  })),
  'urgent/confirm': parsed(requests.confirmRequest, ({ version: _, ...rest }) => ({
    type: 'confirmUrgentRelease',
    ...rest,
  })),
  'urgent/review': parsed(requests.afterwardsRequest, ({ version: _, ...rest }) => ({
    type: 'reviewAfterwards',
    ...rest,
  })),
  publish: parsed(requests.versionRequest, () => ({ type: 'publishEdition' })),
  unschedule: parsed(requests.reasonRequest, ({ reason }) => ({ type: 'cancelSchedule', reason })),
  withdraw: parsed(requests.withdrawRequest, ({ version: _, ...rest }) => ({
    type: 'withdrawPublication',
    ...rest,
  })),
  expire: parsed(requests.reasonRequest, ({ reason }) => ({ type: 'expirePublication', reason })),
  repeal: parsed(requests.repealRequest, ({ version: _, ...rest }) => ({
    type: 'repealPublication',
    ...rest,
  })),
  lift: parsed(requests.reasonRequest, ({ reason }) => ({ type: 'liftWarning', reason })),
  archive: parsed(requests.reasonRequest, ({ reason }) => ({ type: 'archivePublication', reason })),
};

/** An act without the number of what it is about. */
export const kindOf = (act: string): string => act.replace(/^comments\/\d+\//, '');

/** Every kind of act that a controller reads. */
export const bodyKinds: readonly string[] = Object.keys(taken);

/** The command that a step with this body is. @throws Error for a step that no controller reads */
export function readAs(act: string, body: object, state: Publication): Unsigned {
  const read = taken[kindOf(act)];
  if (read === undefined) throw new Error(`no controller reads ${act}`);
  return read(body, state, act);
}

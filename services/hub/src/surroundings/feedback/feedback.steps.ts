import type { Person } from '../../access/person.ts';
import { candidates } from '../../access/steps/candidate.ts';
import { offered, type Objection } from '../../access/steps/offered.ts';
import { text } from '../../access/steps/question.ts';
import { offerOf, type Offer, type Step } from '../../access/steps/step.ts';
import type { FeedbackDoc } from './feedback.documents.ts';
import { feedbackPermissions } from './feedback.permissions.ts';
import { feedbackStates } from './feedback.kinds.ts';
import type { FeedbackAct } from './feedback.requests.ts';

const open: Readonly<Record<FeedbackAct, readonly FeedbackDoc['state'][]>> = {
  accept: ['received'],
  answer: ['received', 'accepted'],
  decline: ['received', 'accepted'],
};

/** What the rules say against an act on what somebody wrote; null for nothing. */
export const feedbackObjection = (act: FeedbackAct, state: FeedbackDoc['state']): Objection | null =>
  open[act].includes(state)
    ? null
    : { code: 'wrong-state', words: `这条留言“${feedbackStates[state]}”，不能进行这项办理` };

const offers: readonly (Offer & { readonly act: FeedbackAct })[] = [
  { ...offerOf('accept', '受理'), act: 'accept' },
  {
    ...offerOf('answer', '答复', { look: 'primary', ask: [text('words', '答复内容', 2000)] }),
    act: 'answer',
  },
  { ...offerOf('decline', '不予受理', { ask: [text('words', '不予受理的理由', 2000)] }), act: 'decline' },
];

/** What a person may do with what somebody wrote. */
export function feedbackSteps(who: Person, state: FeedbackDoc['state']): Step[] {
  const candidate = candidates(who, feedbackPermissions, 'Feedback');
  return offered(offers.map((offer) => candidate('handle', offer, feedbackObjection(offer.act, state))));
}

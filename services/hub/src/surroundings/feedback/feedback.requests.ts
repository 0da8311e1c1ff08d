import { publicationId } from '@towncrier/contracts';
import { z } from 'zod';
import { steps } from '../../access/steps/step.ts';
import { feedbackFacts, feedbackState } from './feedback.documents.ts';
import { feedbackKind } from './feedback.kinds.ts';

const words = z.string().trim().min(1).max(2000);
export const giveFeedback = z
  .strictObject({
    publication: publicationId,
    kind: feedbackKind,
    words,
    contact: z.string().trim().max(200).optional(),
  })
  .meta({ id: 'GiveFeedback' });
export const feedbackStep = z
  .discriminatedUnion('type', [
    z.strictObject({ version: z.int().positive(), type: z.literal('accept') }),
    z.strictObject({ version: z.int().positive(), type: z.literal('answer'), words }),
    z.strictObject({ version: z.int().positive(), type: z.literal('decline'), words }),
  ])
  .meta({ id: 'FeedbackStep' });
export type FeedbackAct = z.infer<typeof feedbackStep>['type'];
export const feedbackQuery = z.strictObject({
  state: feedbackState.optional(),
  publication: publicationId.optional(),
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const codeQuery = z.strictObject({ code: z.string().min(1).max(60) });

export const feedbackView = feedbackFacts
  .extend({
    id: z.string(),
    version: z.int().positive(),
    kindTitle: z.string().meta({ description: 'The kind in words' }),
    stateTitle: z.string().meta({ description: 'The state in words' }),
    steps,
  })
  .meta({ id: 'Feedback' });
export type FeedbackView = z.infer<typeof feedbackView>;
export const feedbackList = z.object({ items: z.array(feedbackView), cursor: z.string().optional() });
export const feedbackStatus = feedbackFacts
  .pick({ state: true, receivedAt: true, dueOn: true })
  .extend({ id: z.string(), answer: z.string().nullable() })
  .meta({ id: 'FeedbackStatus' });
export type FeedbackStatus = z.infer<typeof feedbackStatus>;

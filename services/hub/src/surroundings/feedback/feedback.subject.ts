import { z } from 'zod';
import { offerOf } from '../../access/steps/step.ts';
import { body, json, problems } from '../../http/responses.ts';
import { feedbackActs } from './feedback.acts.ts';
import { FeedbackController } from './feedback.controller.ts';
import {
  codeQuery,
  feedbackList,
  feedbackQuery,
  feedbackStatus,
  feedbackStep,
  feedbackView,
  giveFeedback,
  type FeedbackView,
} from './feedback.requests.ts';
import { PublicFeedbackController } from './public-feedback.controller.ts';
import { surrounding } from '../surrounding.ts';
import { composeFeedback } from './feedback.compose.ts';
import { whoever } from '../../access/permissions.ts';
import { feedbackPermissions } from './feedback.permissions.ts';

const tags = ['feedback'];
const one = { path: z.object({ id: z.string() }) };
const receivedAt = '2026-11-23T02:00:00.000Z';
const example: FeedbackView = {
  id: '5M2XK9TR',
  version: 1,
  publication: '7K3QZP4M',
  edition: 1,
  kind: 'error',
  words: '停水时间写错了',
  contact: null,
  state: 'received',
  receivedAt,
  dueOn: '2026-11-26',
  handler: null,
  answer: null,
  kindTitle: '内容纠错',
  stateTitle: '待受理',
  steps: [{ ...offerOf('accept', '受理'), allowed: true }],
};

export const feedbackSubject = surrounding({
  name: 'feedback',
  description: 'What the public says about a publication',
  chapter: 80,
  acts: feedbackActs,
  needs: {},
  compose: composeFeedback,
  gives: (feedback) => ({ instances: [feedback] }),
  screens: [{ key: 'feedback', open: whoever(feedbackPermissions, 'read', 'Feedback'), shows: ['feedback'] }],
  controllers: [PublicFeedbackController, FeedbackController],
  paths: {
    '/api/public/v1/feedback': {
      post: {
        operationId: 'giveFeedback',
        tags,
        summary: 'Say something about a publication; five per ten minutes and address',
        security: [],
        requestBody: body(giveFeedback, { publication: '7K3QZP4M', kind: 'error', words: '停水时间写错了' }),
        responses: {
          201: json('Received', z.object({ id: z.string(), code: z.string() }), {
            id: example.id,
            code: 'x7Yk2mPq9Lw1Zr3T',
          }),
          ...problems(400, 404, 429),
        },
      },
    },
    '/api/public/v1/feedback/{id}': {
      get: {
        operationId: 'feedbackStatus',
        tags,
        summary: 'What became of it',
        security: [],
        requestParams: { ...one, query: codeQuery },
        responses: {
          200: json('Its state', feedbackStatus, {
            id: example.id,
            state: 'received',
            receivedAt,
            dueOn: '2026-11-26',
            answer: null,
          }),
          ...problems(400, 404, 429),
        },
      },
    },
    '/api/v1/feedback': {
      get: {
        operationId: 'listFeedback',
        tags,
        summary: 'Feedback; by state, the most urgent first',
        requestParams: { query: feedbackQuery },
        responses: { 200: json('One page', feedbackList, { items: [example] }), ...problems(400, 401, 403) },
      },
    },
    '/api/v1/feedback/{id}/steps': {
      post: {
        operationId: 'takeFeedbackStep',
        tags,
        summary: 'Accept, answer or decline it',
        requestParams: one,
        requestBody: body(feedbackStep, { version: 1, type: 'answer', words: '已更正，谢谢' }),
        responses: { 200: json('As it is now', feedbackView, example), ...problems(400, 401, 403, 404, 409) },
      },
    },
  },
});

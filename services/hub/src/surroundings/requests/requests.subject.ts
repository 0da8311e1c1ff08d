import { z } from 'zod';
import { text } from '../../access/steps/question.ts';
import { offerOf } from '../../access/steps/step.ts';
import { body, json, problems } from '../../http/responses.ts';
import { letter, letterQuery } from './request.letter.ts';
import { requestActs } from './request.acts.ts';
import { PublicRequestsController } from './public-requests.controller.ts';
import { RequestsController } from './requests.controller.ts';
import {
  fileRequest,
  registerRequest,
  requestsQuery,
  requestStep,
  statusQuery,
} from './requests.requests.ts';
import { requestList, requestStatus, requestView, type RequestView } from './requests.view.ts';
import { surrounding } from '../surrounding.ts';
import { composeRequests } from './requests.compose.ts';
import { whoever } from '../../access/permissions.ts';
import { requestPermissions } from './requests.permissions.ts';

const tags = ['disclosure-requests'];
const one = { path: z.object({ id: z.string() }) };
const receipt = z.object({
  id: z.string(),
  code: z.string().meta({ description: 'Told once; with it the applicant asks how the request stands' }),
});
const told = { id: '7K3QZP4M', code: 'x7Yk2mPq9Lw1Zr3T' };
const applicant = {
  kind: 'person' as const,
  name: '张三',
  idNumber: '532502199001010000',
  contact: '138****0000',
};
const wanted = { description: '灵泉东路征地补偿安置方案', form: 'email' as const };
const example: RequestView = {
  id: told.id,
  version: 2,
  state: 'handling',
  organisation: 'kysrmzf',
  applicant,
  wanted,
  mode: 'online',
  submittedOn: '2026-11-20',
  receivedOn: '2026-11-23',
  correction: null,
  extension: null,
  consultations: [],
  answer: null,
  dueOn: '2026-12-21',
  provisional: false,
  updatedAt: '2026-11-23T02:00:00.000Z',
  stateTitle: '办理中',
  answerTitle: null,
  steps: [
    {
      ...offerOf('endConsultation', '征求意见结束', { ask: [text('outcome', '意见', 2000)] }),
      allowed: true,
    },
  ],
};

export const requestsSubject = surrounding({
  name: 'disclosure-requests',
  description: 'Requests for information that is not public (政府信息公开条例 art. 27–45)',
  chapter: 70,
  acts: requestActs,
  needs: {},
  compose: composeRequests,
  gives: (requests) => ({ instances: [requests] }),
  screens: [
    {
      key: 'requests',
      open: whoever(requestPermissions, 'read', 'DisclosureRequest'),
      shows: ['disclosure_requests'],
    },
  ],
  controllers: [PublicRequestsController, RequestsController],
  paths: {
    '/api/public/v1/disclosure-requests': {
      post: {
        operationId: 'fileRequest',
        tags,
        summary: 'File a request; five per ten minutes and address',
        security: [],
        requestBody: body(fileRequest, { applicant, wanted }),
        responses: { 201: json('Filed', receipt, told), ...problems(400, 429) },
      },
    },
    '/api/public/v1/disclosure-requests/{id}': {
      get: {
        operationId: 'requestStatus',
        tags,
        summary: 'How a request stands',
        security: [],
        requestParams: { ...one, query: statusQuery },
        responses: {
          200: json('Its state', requestStatus, {
            id: told.id,
            state: 'handling',
            submittedOn: '2026-11-20',
            receivedOn: '2026-11-23',
            dueOn: '2026-12-21',
            correction: null,
            answer: null,
          }),
          ...problems(400, 404, 429),
        },
      },
    },
    '/api/v1/disclosure-requests': {
      post: {
        operationId: 'registerRequest',
        tags,
        summary: 'Write down a request that came on paper',
        requestBody: body(registerRequest, { applicant, wanted, mode: 'mail', submittedOn: '2026-11-20' }),
        responses: { 201: json('Registered', receipt, told), ...problems(400, 401, 403, 422) },
      },
      get: {
        operationId: 'listRequests',
        tags,
        summary: 'Requests; by state, the most urgent first',
        requestParams: { query: requestsQuery },
        responses: { 200: json('One page', requestList, { items: [example] }), ...problems(400, 401, 403) },
      },
    },
    '/api/v1/disclosure-requests/{id}': {
      get: {
        operationId: 'getRequest',
        tags,
        summary: 'One request; looking leaves a line in the audit',
        requestParams: one,
        responses: { 200: json('The request', requestView, example), ...problems(401, 403, 404) },
      },
    },
    '/api/v1/disclosure-requests/{id}/letter': {
      get: {
        operationId: 'getRequestLetter',
        tags,
        summary: 'A letter about a request, as it is printed; a draft while nothing was answered',
        requestParams: { ...one, query: letterQuery },
        responses: {
          200: json('The letter', letter, {
            kind: 'provided',
            title: '政府信息公开申请答复书',
            number: told.id,
            to: applicant.name,
            paragraphs: ['特此告知。'],
            article: '《政府信息公开条例》第三十六条第（二）项',
            issuer: '开远市人民政府办公室',
            on: '2026-12-01',
            isDraft: false,
            others: [{ kind: 'provided', title: '可以公开，提供该政府信息' }],
          }),
          ...problems(400, 401, 403, 404, 409),
        },
      },
    },
    '/api/v1/disclosure-requests/{id}/steps': {
      post: {
        operationId: 'takeRequestStep',
        tags,
        summary: 'One step: receipt, correction, extension, consultation, answer, archive',
        requestParams: one,
        requestBody: body(requestStep, { version: 1, type: 'confirmReceipt', receivedOn: '2026-11-23' }),
        responses: {
          200: json('The request as it is now', requestView, example),
          ...problems(400, 401, 403, 404, 409),
        },
      },
    },
  },
});

import { matrixFilter, wholeDeadLetter } from '@towncrier/contracts';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { offerOf } from '../../access/steps/step.ts';
import { body, json, problems } from '../../http/responses.ts';
import {
  batchView,
  beginRetries,
  byHandRequest,
  letterKey,
  lettersDone,
  retryEstimate,
  retryRequest,
  settleLetters,
  type BatchView,
} from './operations.requests.ts';

const tags = ['operations'];
const delivery = '7K3QZP4M:1:sms:publish';
const one = { path: z.object({ id: z.string().meta({ example: delivery }) }) };
const requested = z.object({ requested: z.string() });
const batch: BatchView = {
  id: '2c26b46b68ff',
  state: 'running',
  stateTitle: '进行中',
  over: false,
  by: 'operator',
  reason: '签名已报备',
  begunAt: '2026-11-23T02:00:00.000Z',
  all: 50,
  done: 12,
  left: 37,
  refused: 1,
  refusals: [{ delivery, title: '停水通知（第1版）', words: '这条投递正在办理' }],
  steps: [{ ...offerOf('pause', '暂停'), allowed: true }],
};
const ofBatch = { path: z.object({ id: z.string().meta({ example: batch.id }) }) };

const ofKind = { path: z.object({ key: letterKey.meta({ example: '2c26b46b68ff' }) }) };

const settling = (operationId: string, summary: string) => ({
  post: {
    operationId,
    tags,
    summary: `${summary}, a hundred at once; operators only`,
    requestParams: ofKind,
    requestBody: body(settleLetters, { reason: '服务已升级到同一版本', expected: 3 }),
    responses: {
      200: json('What became of them', lettersDone, { done: 3, left: 0, refusals: [] }),
      ...problems(400, 401, 403, 404, 409, 503),
    },
  },
});

const turning = (operationId: string, summary: string) => ({
  post: {
    operationId,
    tags,
    summary,
    requestParams: ofBatch,
    responses: { 200: json('As it is now', batchView, batch), ...problems(401, 403, 404, 409) },
  },
});

export const operationsPaths: ZodOpenApiPathsObject = {
  '/api/v1/operations/matrix/export': {
    get: {
      operationId: 'exportMatrix',
      tags,
      summary: 'The matrix of deliveries as CSV, with the filters of the page; leaves a line in the audit',
      requestParams: { query: matrixFilter },
      responses: {
        200: { description: 'CSV in UTF-8', content: { 'text/csv': { schema: z.string() } } },
        ...problems(400, 401, 503),
      },
    },
  },
  '/api/v1/monitor/deliveries/{id}/retry': {
    post: {
      operationId: 'retryDelivery',
      tags,
      summary: 'Asks the channel to take the delivery up again; operators only',
      requestParams: one,
      requestBody: body(retryRequest, { reason: '平台已恢复' }),
      responses: {
        202: json('Asked', requested, { requested: delivery }),
        ...problems(400, 401, 403, 404, 409, 503),
      },
    },
  },
  '/api/v1/monitor/deliveries/{id}/by-hand': {
    post: {
      operationId: 'handleDelivery',
      tags,
      summary: 'Writes down that it was done outside the house; operators only',
      requestParams: one,
      requestBody: body(byHandRequest, { reason: '已在短信平台后台补发' }),
      responses: {
        202: json('Asked', requested, { requested: delivery }),
        ...problems(400, 401, 403, 404, 409, 503),
      },
    },
  },
  '/api/v1/operations/retries/estimate': {
    get: {
      operationId: 'estimateRetries',
      tags,
      summary:
        'How many deliveries a filter of the matrix would ask for again, whom they may reach, and the cost',
      requestParams: { query: matrixFilter },
      responses: {
        200: json('Figures', retryEstimate, {
          deliveries: 50,
          channels: [{ channel: 'sms', title: '短信', deliveries: 50, people: 1250 }],
          words: ['短信：1250 人 × 2 条'],
          most: false,
        }),
        ...problems(400, 401, 403, 503),
      },
    },
  },
  '/api/v1/operations/retries': {
    get: {
      operationId: 'listRetries',
      tags,
      summary: 'The newest of many retries at once',
      responses: {
        200: json('The newest', z.object({ items: z.array(batchView) }), { items: [batch] }),
        ...problems(401),
      },
    },
    post: {
      operationId: 'beginRetries',
      tags,
      summary: 'Asks again for all that a filter finds, one after the other; every one leaves its line',
      requestBody: body(beginRetries, {
        filter: { cause: '2c26b46b68ff' },
        reason: '签名已报备',
        expected: 50,
      }),
      responses: { 201: json('Begun', batchView, batch), ...problems(400, 401, 403, 409, 503) },
    },
  },
  '/api/v1/operations/retries/{id}': {
    get: {
      operationId: 'getRetries',
      tags,
      summary: 'How far they are',
      requestParams: ofBatch,
      responses: { 200: json('As it is now', batchView, batch), ...problems(401, 404) },
    },
  },
  '/api/v1/operations/retries/{id}/pause': turning(
    'pauseRetries',
    'Nothing more is asked for until it goes on',
  ),
  '/api/v1/operations/retries/{id}/resume': turning('resumeRetries', 'It goes on'),
  '/api/v1/operations/retries/{id}/stop': turning('stopRetries', 'What is left is not asked for'),
  '/api/v1/operations/dead-letters/{key}/again': settling(
    'redeliverLetters',
    'Delivers dead letters of a kind again',
  ),
  '/api/v1/operations/dead-letters/{key}/void': settling(
    'voidLetters',
    'Lays dead letters of a kind to rest',
  ),
  '/api/v1/operations/dead-letters/{key}/export': {
    get: {
      operationId: 'exportLetters',
      tags,
      summary: 'All that is kept of the dead letters of a kind, as JSON; leaves a line in the audit',
      requestParams: ofKind,
      responses: {
        200: json('The letters', z.array(wholeDeadLetter), []),
        ...problems(401, 403, 404, 503),
      },
    },
  },
};

import { channelId, targetId } from '@towncrier/contracts';
import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { form } from '../../access/steps/question.ts';
import { offerOf } from '../../access/steps/step.ts';
import { body, fileBody, json, problems } from '../../http/responses.ts';
import {
  exportQuery,
  importQuery,
  importReport,
  putTarget,
  register,
  targetDetail,
  targetPage,
  targetQuery,
  turnTarget,
  type Register,
  type TargetDetail,
} from './target.view.ts';

const tags = ['targets'];
const path = z.object({ channel: channelId });
const one = { path: path.extend({ id: targetId }) };

const kind: Register['kinds'][number] = {
  id: 'strip',
  title: '条屏',
  measure: '块屏',
  choice: 'place',
  catchesUp: true,
  facts: { type: 'object', properties: { width: { type: 'integer', title: '宽（像素）' } } },
  secrets: ['player-key'],
};
const written = {
  title: '客运站条屏',
  kind: 'strip',
  owner: 'kys-lq',
  area: '532502002000',
  venue: 'coach-station' as const,
  groups: ['春运'],
  position: null,
  hours: { from: '06:00', to: '22:00' },
  takes: 'everybody' as const,
  facts: { width: 320 },
};
const detail: TargetDetail = {
  id: 'strip-station',
  version: 2,
  ...written,
  state: { is: 'active' },
  secrets: ['player-key'],
  changedBy: 'operator',
  changedAt: '2026-11-23T02:00:00.000Z',
  steps: [{ ...offerOf('change', '修改', { ask: [form] }), allowed: true }],
};
const { facts: _facts, secrets: _secrets, steps: _steps, ...summary } = detail;

const turn = (operationId: string, summaryWords: string, reason: string): ZodOpenApiOperationObject => ({
  operationId,
  tags,
  summary: summaryWords,
  requestParams: one,
  requestBody: body(turnTarget, { version: 2, reason }),
  responses: {
    200: json('The target as it is now', targetDetail, detail),
    ...problems(400, 401, 403, 404, 409, 422, 503),
  },
});

export const targetPaths: ZodOpenApiPathsObject = {
  '/api/v1/registers/{channel}': {
    get: {
      operationId: 'getRegister',
      tags,
      summary: 'The kinds of targets of a channel; `facts` is the JSON Schema of what each must have',
      requestParams: { path },
      responses: {
        200: json('The register', register, {
          channel: 'led',
          title: 'LED 屏',
          kinds: [kind],
          steps: [],
        }),
        ...problems(400, 401, 404, 503),
      },
    },
  },
  '/api/v1/registers/{channel}/targets': {
    get: {
      operationId: 'listTargets',
      tags,
      summary: 'Targets of a channel by id',
      requestParams: { path, query: targetQuery },
      responses: {
        200: json('One page', targetPage, { items: [summary], total: 1, next: null }),
        ...problems(400, 401, 404, 503),
      },
    },
  },
  '/api/v1/registers/{channel}/targets/{id}': {
    get: {
      operationId: 'getTarget',
      tags,
      summary: 'One target with all but its secrets',
      requestParams: one,
      responses: { 200: json('The target', targetDetail, detail), ...problems(400, 401, 403, 404, 503) },
    },
    put: {
      operationId: 'putTarget',
      tags,
      summary: 'Register a target, or change one',
      requestParams: one,
      requestBody: body(putTarget, { version: null, ...written, secrets: { 'player-key': 'k-2026' } }),
      responses: {
        200: json('The target as it is now', targetDetail, detail),
        ...problems(400, 401, 403, 404, 409, 422, 503),
      },
    },
  },
  '/api/v1/registers/{channel}/targets/{id}/pause': {
    post: turn('pauseTarget', 'Show nothing new on it for a while', '屏幕检修'),
  },
  '/api/v1/registers/{channel}/targets/{id}/resume': {
    post: turn('resumeTarget', 'Use it again', '检修完毕'),
  },
  '/api/v1/registers/{channel}/targets/{id}/retire': {
    post: turn('retireTarget', 'Put it out of use for ever; its id is never used again', '屏幕已拆除'),
  },
  '/api/v1/registers/{channel}/import': {
    post: {
      operationId: 'importTargets',
      tags,
      summary: 'Read targets from CSV or XLSX; nothing is written when one row is bad',
      requestParams: { path, query: importQuery },
      requestBody: fileBody,
      responses: {
        200: json('What was written, or would be', importReport, {
          applied: false,
          created: 1,
          changed: 0,
          unchanged: 0,
          rows: [{ row: 2, target: 'strip-station', title: '客运站条屏', what: 'created', fields: ['id'] }],
        }),
        ...problems(400, 401, 403, 404, 413, 422, 503),
      },
    },
  },
  '/api/v1/registers/{channel}/export': {
    get: {
      operationId: 'exportTargets',
      tags,
      summary: 'All targets as a table that can be read in again; secrets are not in it',
      requestParams: { path, query: exportQuery },
      responses: {
        200: { description: 'The table', content: { 'application/octet-stream': { schema: z.string() } } },
        ...problems(400, 401, 403, 404, 503),
      },
    },
  },
};

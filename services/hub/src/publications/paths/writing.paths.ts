import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, json, problems } from '../../http/responses.ts';
import { lockRequest, unlockQuery } from '../publication.requests.ts';
import { workingCopy, workingCopyRequest } from '../writing/working.copy.ts';
import { one } from './publication.act.ts';
import { contentHash } from './publication.examples.ts';

const tags = ['publications'];
const lock = z.object({ by: z.string(), until: z.string() }).meta({ id: 'EditingLock' });
const kept = z
  .object({ savedAt: z.string(), holder: lock.nullable() })
  .meta({ id: 'WorkingCopyKept', description: '`holder`: somebody else who has the draft open by now' });
const own = z.object({ copy: workingCopy.nullable() });

const savedAt = '2026-11-23T02:00:03.000Z';
const copy = {
  purpose: 'edit' as const,
  from: { version: 3, contentHash },
  form: '{"title":"关于灵泉东路停水检修的通知"}',
};

export const writingPaths: ZodOpenApiPathsObject = {
  '/api/v1/publications/{id}/lock': {
    put: {
      operationId: 'lockDraft',
      tags,
      summary: 'Say that one has the draft open, for five minutes',
      requestParams: one,
      requestBody: body(lockRequest, { takeOver: false, tab: 'k2v9q0x4' }),
      responses: {
        200: json('Held', lock, { by: 'editor', until: '2026-11-23T02:05:00.000Z' }),
        ...problems(400, 401, 403, 404, 409),
      },
    },
    delete: {
      operationId: 'unlockDraft',
      tags,
      summary: 'Say that one has closed it',
      requestParams: { ...one, query: unlockQuery },
      responses: { 204: { description: 'Closed' }, ...problems(400, 401, 403, 404) },
    },
  },
  '/api/v1/publications/{id}/working-copy': {
    put: {
      operationId: 'keepWorkingCopy',
      tags,
      summary: 'Keep what one has written and not saved yet',
      description:
        'One copy per person and publication, which only its writer can read. It is no edition: nobody else sees it, no history and no audit names it. It is gone once its writer saves the text, and after 14 days. 409 `locked`: the same person goes on in another tab.',
      requestParams: one,
      requestBody: body(workingCopyRequest, { ...copy, tab: 'k2v9q0x4' }),
      responses: {
        200: json('Kept', kept, { savedAt, holder: null }),
        ...problems(400, 401, 403, 404, 409, 413),
      },
    },
    get: {
      operationId: 'getWorkingCopy',
      tags,
      summary: 'What one has written and not saved',
      requestParams: one,
      responses: {
        200: json('Null when there is none', own, { copy: { ...copy, savedAt } }),
        ...problems(401, 404),
      },
    },
    delete: {
      operationId: 'dropWorkingCopy',
      tags,
      summary: 'Throw it away',
      requestParams: one,
      responses: { 204: { description: 'Gone' }, ...problems(401, 403, 404) },
    },
  },
};

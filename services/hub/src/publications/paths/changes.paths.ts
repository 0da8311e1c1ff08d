import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, json, problems } from '../../http/responses.ts';
import { changes } from '../changes.desk.ts';
import { changesQuery } from '../publication.requests.ts';
import { seenRequest } from '../seen/seen.text.ts';
import { one } from './publication.act.ts';
import { contentHash } from './publication.examples.ts';

const tags = ['publications'];

export const changesPaths: ZodOpenApiPathsObject = {
  '/api/v1/publications/{id}/changes': {
    get: {
      operationId: 'getChanges',
      tags,
      summary: 'What is different from another text, word by word, and in whom it reaches',
      requestParams: { ...one, query: changesQuery },
      responses: {
        200: json('Changed blocks', changes, {
          against: 'approval',
          offers: [
            { against: 'nothing', label: '不比较，看全文', at: null },
            { against: 'approval', label: '上次审定的稿', at: '2026-11-23T02:00:00.000Z' },
          ],
          from: contentHash,
          to: contentHash,
          blocks: [
            {
              block: 2,
              kind: 'changed',
              words: [
                { kind: 'removed', text: '八' },
                { kind: 'added', text: '九' },
                { kind: 'same', text: '时停水' },
              ],
            },
          ],
          ownWords: [{ channel: 'sms', part: 'text', words: [{ kind: 'added', text: '明早八时停水' }] }],
          reach: {
            since: 1,
            terms: [
              { kind: 'removed', part: 'meant', of: 'everybody', code: '' },
              { kind: 'added', part: 'meant', of: 'area', code: '532502002000' },
            ],
          },
        }),
        ...problems(400, 401, 403, 404, 409),
      },
    },
  },
  '/api/v1/publications/{id}/seen': {
    put: {
      operationId: 'tellSeen',
      tags,
      summary: 'Say that one has the newest text before one’s eyes',
      description:
        'Remembered for whoever says so, for a year: what they look at later can be held against it. No history and no audit names it.',
      requestParams: one,
      requestBody: body(seenRequest, { contentHash }),
      responses: { 204: { description: 'Remembered' }, ...problems(400, 401, 403, 404, 409) },
    },
  },
};

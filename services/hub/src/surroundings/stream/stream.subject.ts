import { z } from 'zod';
import { problems } from '../../http/responses.ts';
import { surrounding } from '../surrounding.ts';
import { StreamController } from './stream.controller.ts';
import { streamQuery } from './stream.requests.ts';

export const streamSubject = surrounding({
  name: 'stream',
  description: 'That something changed',
  chapter: 200,
  needs: {},
  compose: async ({ changes }) => changes,
  gives: (changes) => ({ instances: [changes] }),
  controllers: [StreamController],
  paths: {
    '/api/v1/stream': {
      get: {
        operationId: 'streamChanges',
        tags: ['stream'],
        summary: 'Server-sent events: what changed of what the person may read; kinds and ids only',
        description: [
          '`begin` comes first; its `missed` says whether anything changed after the line that `Last-Event-ID` names.',
          '`changed` names a kind and an id. `beat` shows that the stream is alive. It ends with the session.',
        ].join('\n'),
        requestParams: {
          query: streamQuery,
          header: z.object({ 'last-event-id': z.string().optional() }),
        },
        responses: {
          200: {
            description: 'A stream of changes',
            content: { 'text/event-stream': { schema: z.string() } },
          },
          ...problems(400, 401, 403, 429),
        },
      },
    },
  },
});

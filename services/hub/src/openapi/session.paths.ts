import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { session, signIn } from '../people/session.view.ts';
import { body, json, problems } from './responses.ts';

const example = { person: { name: 'editor', title: '采编', roles: ['editor' as const], organisation: 'kysrmzf' }, csrf: 'Zk9v…' };

export const sessionPaths: ZodOpenApiPathsObject = {
  '/api/v1/session': {
    post: {
      operationId: 'signIn', tags: ['session'], summary: 'Sign in', security: [],
      description: 'Sets the cookie `towncrier_session` (HttpOnly, SameSite=Strict). Changing calls carry `csrf` in the header `x-csrf-token`.',
      requestBody: body(signIn, { name: 'editor', password: '…' }),
      responses: { 200: json('Signed in', session, example), ...problems(400, 401, 413, 429) },
    },
    get: { operationId: 'currentSession', tags: ['session'], summary: 'Who is signed in', responses: { 200: json('The session', session, example), ...problems(401) } },
    delete: { operationId: 'signOut', tags: ['session'], summary: 'Sign out', responses: { 204: { description: 'Signed out' }, ...problems(401, 403) } },
  },
};

import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  changePassword,
  codeRequest,
  endFactorRequest,
  passwordRequest,
  resetRequest,
  session,
  signIn,
} from './session.view.ts';
import { body, json, problems } from '../../http/responses.ts';

const example = {
  person: { name: 'editor', title: '采编', roles: ['editor' as const], organisation: 'kysrmzf' },
  csrf: 'Zk9v…',
  mustChangePassword: false,
  secondFactor: false,
  needsSecondFactor: false,
  screens: [
    { key: 'list', steps: [], words: { state: [{ value: 'draft', title: '草稿' }] } },
    { key: 'write', steps: [], words: {} },
  ],
};

export const sessionPaths: ZodOpenApiPathsObject = {
  '/api/v1/session': {
    post: {
      operationId: 'signIn',
      tags: ['session'],
      summary: 'Sign in',
      security: [],
      description:
        'Sets the cookie `towncrier_session` (HttpOnly, SameSite=Strict). Changing calls carry `csrf` in the header `x-csrf-token`.',
      requestBody: body(signIn, { name: 'editor', password: '…' }),
      responses: { 200: json('Signed in', session, example), ...problems(400, 401, 403, 413, 429) },
    },
    get: {
      operationId: 'currentSession',
      tags: ['session'],
      summary: 'Who is signed in',
      responses: { 200: json('The session', session, example), ...problems(401) },
    },
    delete: {
      operationId: 'signOut',
      tags: ['session'],
      summary: 'Sign out',
      responses: { 204: { description: 'Signed out' }, ...problems(401, 403) },
    },
  },
  '/api/v1/session/password': {
    put: {
      operationId: 'changePassword',
      tags: ['session'],
      summary: 'Choose another password',
      description: 'Every other session of the person ends.',
      requestBody: body(changePassword, { password: '…', newPassword: '…' }),
      responses: { 204: { description: 'Changed' }, ...problems(400, 401, 403, 422) },
    },
  },
  '/api/v1/session/reset': {
    post: {
      operationId: 'useReset',
      tags: ['session'],
      summary: 'Use a reset code: choose a new password, or do without a lost telephone',
      description:
        'The code has two halves: one administrator hands over each. Every session of the person ends.',
      security: [],
      requestBody: body(resetRequest, { name: 'chen-li', reset: 'ABCDE-FGHJK-LMNPQ-RSTUV', password: '…' }),
      responses: { 204: { description: 'Done; sign in as usual' }, ...problems(400, 401, 413, 422, 429) },
    },
  },
  '/api/v1/session/second-factor': {
    post: {
      operationId: 'beginSecondFactor',
      tags: ['session'],
      summary: 'Begin with a second factor (TOTP, RFC 6238)',
      requestBody: body(passwordRequest, { password: '…' }),
      responses: {
        200: json('What the authenticator app scans', z.object({ uri: z.string(), secret: z.string() }), {
          uri: 'otpauth://totp/…',
          secret: 'JBSW…',
        }),
        ...problems(400, 401, 403, 409),
      },
    },
  },
  '/api/v1/session/second-factor/confirm': {
    post: {
      operationId: 'confirmSecondFactor',
      tags: ['session'],
      summary: 'Show that the app works; needed at sign-in from now on',
      requestBody: body(codeRequest, { code: '492039' }),
      responses: { 204: { description: 'Confirmed' }, ...problems(400, 401, 403, 409, 422) },
    },
  },
  '/api/v1/session/second-factor/end': {
    post: {
      operationId: 'endSecondFactor',
      tags: ['session'],
      summary: 'Do without it again',
      requestBody: body(endFactorRequest, { password: '…', code: '492039' }),
      responses: { 204: { description: 'Ended' }, ...problems(400, 401, 403, 409, 422) },
    },
  },
  '/api/v1/session/ways': {
    get: {
      operationId: 'signInWays',
      tags: ['session'],
      summary: 'Ways to sign in besides name and password',
      security: [],
      responses: {
        200: json('`oidc`: an identity provider is connected', z.object({ oidc: z.boolean() }), {
          oidc: false,
        }),
      },
    },
  },
  '/api/v1/session/oidc': {
    get: {
      operationId: 'beginOidc',
      tags: ['session'],
      summary: 'Sign in at the identity provider (OpenID Connect)',
      security: [],
      requestParams: {
        query: z.object({
          to: z
            .string()
            .optional()
            .describe('The page to land on: a path of this console. Anything else leads home.'),
        }),
      },
      responses: { 302: { description: 'To the identity provider' }, ...problems(404, 503) },
    },
  },
  '/api/v1/session/oidc/callback': {
    get: {
      operationId: 'finishOidc',
      tags: ['session'],
      summary: 'Where the identity provider sends the browser',
      security: [],
      requestParams: {
        query: z.object({
          code: z.string().optional(),
          state: z.string().optional(),
          error: z.string().optional(),
        }),
      },
      responses: {
        302: { description: 'To the console; with `?refused=<code>` when the sign-in was refused' },
      },
    },
  },
};

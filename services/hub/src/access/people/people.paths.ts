import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { body, json, problems } from '../../http/responses.ts';
import { text } from '../steps/question.ts';
import { offerOf } from '../steps/step.ts';
import {
  accountRequest,
  changePerson,
  createPerson,
  peopleList,
  personDetail,
  personWithPassword,
  rolesRequest,
  type PersonDetail,
} from './people.view.ts';

const tags = ['people'];
const one = { path: z.object({ name: z.string() }) };
const facts = { title: '陈丽', organisation: 'kys-czj', subject: null };
const example: PersonDetail = {
  name: 'chen-li',
  version: 2,
  ...facts,
  roles: ['editor'],
  state: 'active',
  secondFactor: false,
  mustChangePassword: false,
  steps: [{ ...offerOf('unlock', '解除锁定', { ask: [text('reason', '理由', 200)] }), allowed: true }],
};
const answered = { ...json('The account as it is now', personDetail, example) };

const act = (operationId: string, summary: string, withPassword = false): ZodOpenApiOperationObject => ({
  operationId,
  tags,
  summary,
  requestParams: one,
  requestBody: body(accountRequest, { version: 1, reason: '本人申请' }),
  responses: {
    200: withPassword
      ? json('`password` is shown this once', personWithPassword, {
          ...example,
          mustChangePassword: true,
          password: 'q7Vd…',
        })
      : answered,
    ...problems(400, 401, 403, 404, 409),
  },
});

export const peoplePaths: ZodOpenApiPathsObject = {
  '/api/v1/people': {
    get: {
      operationId: 'listPeople',
      tags,
      summary: 'Accounts and their roles',
      responses: {
        200: json('By name', peopleList, {
          items: [example],
          roles: [{ role: 'editor', title: '采编' }],
        }),
        ...problems(401, 403),
      },
    },
    post: {
      operationId: 'createPerson',
      tags,
      summary: 'A new account, without roles',
      requestBody: body(createPerson, { name: 'chen-li', ...facts }),
      responses: {
        201: json('`password` is shown this once', personWithPassword, {
          ...example,
          roles: [],
          mustChangePassword: true,
          password: 'q7Vd…',
        }),
        ...problems(400, 401, 403, 409, 422),
      },
    },
  },
  '/api/v1/people/{name}': {
    put: {
      operationId: 'changePerson',
      tags,
      summary: 'Change title, organisation or identity',
      requestParams: one,
      requestBody: body(changePerson, { version: 1, ...facts }),
      responses: { 200: answered, ...problems(400, 401, 403, 404, 409, 422) },
    },
  },
  '/api/v1/people/{name}/roles': {
    put: {
      operationId: 'setRoles',
      tags,
      summary: 'Say what a person may do',
      description: 'Nobody gives roles to themselves; the three administrators are separated.',
      requestParams: one,
      requestBody: body(rolesRequest, { version: 1, roles: ['editor'] }),
      responses: { 200: answered, ...problems(400, 401, 403, 404, 409, 422) },
    },
  },
  '/api/v1/people/{name}/disable': { post: act('disablePerson', 'Close the account and end its sessions') },
  '/api/v1/people/{name}/enable': { post: act('enablePerson', 'Open the account again') },
  '/api/v1/people/{name}/reset-password': {
    post: act('resetPassword', 'A new random password, to be changed at the first sign-in', true),
  },
  '/api/v1/people/{name}/reset-second-factor': {
    post: act('resetSecondFactor', 'Forget a lost second factor'),
  },
  '/api/v1/people/{name}/unlock': {
    post: act('unlockPerson', 'Forget wrong passwords that make a person wait'),
  },
};

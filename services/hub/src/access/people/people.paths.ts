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
  personWithCode,
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
  reset: null,
  steps: [{ ...offerOf('unlock', '解除锁定', { ask: [text('reason', '理由', 200)] }), allowed: true }],
};
const answered = { ...json('The account as it is now', personDetail, example) };

const act = (operationId: string, summary: string, withCode = false): ZodOpenApiOperationObject => ({
  operationId,
  tags,
  summary,
  requestParams: one,
  requestBody: body(accountRequest, { version: 1, reason: '本人申请' }),
  responses: {
    200: withCode
      ? json('`code` is one half of a reset code, shown this once', personWithCode, {
          ...example,
          reset: '重设密码：待安全管理员会签',
          code: 'ABCDE-FGHJK',
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
        201: json('`code` is the first half of the code for the first password', personWithCode, {
          ...example,
          roles: [],
          reset: '重设密码：待安全管理员会签',
          code: 'ABCDE-FGHJK',
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
    post: act('resetPassword', 'Ask for a code with which the person chooses a new password', true),
  },
  '/api/v1/people/{name}/reset-second-factor': {
    post: act(
      'resetSecondFactor',
      'Ask for a code with which the person does without a lost telephone',
      true,
    ),
  },
  '/api/v1/people/{name}/countersign': {
    post: act('countersignReset', 'The second signature, without which no reset works', true),
  },
  '/api/v1/people/{name}/unlock': {
    post: act('unlockPerson', 'Forget wrong passwords that make a person wait'),
  },
};

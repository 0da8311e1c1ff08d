import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { form } from '../steps/question.ts';
import { offerOf } from '../steps/step.ts';
import { body, json, problems } from '../../http/responses.ts';
import {
  changeOrganisation,
  createOrganisation,
  liaisonRequest,
  organisationDetail,
  organisationTree,
  organisationView,
  standingRequest,
  type OrganisationView,
} from './organisation.view.ts';

const tags = ['organisations'];
const contact = {
  address: '灵泉东路 1 号',
  phone: '0873-0000000',
  email: null,
  hours: '工作日 8:30–11:30，14:00–17:30',
};
const facts = { name: '开远市财政局', parent: 'kysrmzf', tier: 'county' as const, contact };
const example: OrganisationView = {
  code: 'kys-czj',
  version: 2,
  kind: 'department',
  ...facts,
  liaison: { state: 'appointed', person: 'chen-li', title: '陈丽', since: '2026-11-23T02:00:00.000Z' },
  standing: { state: 'active' },
  sample: false,
};
const one = { path: z.object({ code: z.string() }) };

function act<S extends z.ZodType>(
  operationId: string,
  summary: string,
  request: S,
  sent: z.input<S>,
): ZodOpenApiOperationObject {
  return {
    operationId,
    tags,
    summary,
    requestParams: one,
    requestBody: body(request, sent),
    responses: {
      200: json('The organisation as it is now', organisationView, example),
      ...problems(400, 401, 403, 404, 409),
    },
  };
}

export const organisationPaths: ZodOpenApiPathsObject = {
  '/api/v1/organisations': {
    get: {
      operationId: 'listOrganisations',
      tags,
      summary: 'The tree of organisations',
      responses: {
        200: json('The tree; `vacant` counts active organisations without a liaison', organisationTree, {
          tree: [{ ...example, parent: null, children: [] }],
          total: 1,
          vacant: 0,
        }),
        ...problems(401),
      },
    },
    post: {
      operationId: 'createOrganisation',
      tags,
      summary: 'Add an organisation',
      requestBody: body(createOrganisation, { code: 'kys-czj', kind: 'department', ...facts }),
      responses: {
        201: json('Created, its liaison still vacant', organisationView, {
          ...example,
          version: 1,
          liaison: { state: 'vacant', since: '2026-11-23T02:00:00.000Z' },
        }),
        ...problems(400, 401, 403, 409),
      },
    },
  },
  '/api/v1/organisations/{code}': {
    get: {
      operationId: 'getOrganisation',
      tags,
      summary: 'One organisation and who works there',
      requestParams: one,
      responses: {
        200: json('The organisation', organisationDetail, {
          ...example,
          people: [{ name: 'chen-li', title: '陈丽' }],
          steps: [{ ...offerOf('change', '修改', { look: 'primary', ask: [form] }), allowed: true }],
        }),
        ...problems(401, 404),
      },
    },
    put: act('changeOrganisation', 'Change name, parent, tier or contact', changeOrganisation, {
      version: 1,
      ...facts,
    }),
  },
  '/api/v1/organisations/{code}/abolish': {
    post: {
      ...act('abolishOrganisation', 'Close it; it is never deleted', standingRequest, {
        version: 2,
        reason: '机构改革',
      }),
      description: 'Refused while people work there or organisations stand under it.',
    },
  },
  '/api/v1/organisations/{code}/reinstate': {
    post: act('reinstateOrganisation', 'Undo an abolition', standingRequest, {
      version: 3,
      reason: '误操作',
    }),
  },
  '/api/v1/organisations/{code}/liaison': {
    put: {
      ...act('appointLiaison', 'Appoint its one liaison (联络员)', liaisonRequest, {
        version: 1,
        person: 'chen-li',
      }),
      description: 'Replaces whoever was liaison before.',
    },
  },
};

import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { offerOf } from '../../access/steps/step.ts';
import { body, fileBody, json, problems } from '../../http/responses.ts';
import {
  adoptRequest,
  closedView,
  closeRequest,
  importQuery,
  importReport,
  itemsQuery,
  openRequest,
  putItemRequest,
  versionDetail,
  versionOnly,
  versionSummary,
  type VersionSummary,
} from './catalogue.view.ts';
import { catalogueDiff } from './diff.ts';
import { item, type Item } from './item.ts';
import { catalogueSummary } from './summary.ts';

const tags = ['catalogue'];
const one = { path: z.object({ number: z.int() }) };
const example: Item = {
  id: 'CXGH-01',
  field: 'CXGH',
  level1: '规划编制',
  level2: '批前公示',
  level3: null,
  elements: ['规划草案', '公示时间', '意见反馈方式'],
  basis: ['《中华人民共和国城乡规划法》第二十六条'],
  timeLimit: { text: '不得少于30日', rules: [{ kind: 'noticePeriod', minDays: 30, unit: 'calendarDay' }] },
  body: '规划主管部门',
  lead: '市自然资源局',
  channels: [{ code: 'website', required: true }],
  audience: { scope: 'all' },
  manner: 'active',
  tier: ['county'],
  stage: 'decision',
};
const version: VersionSummary = {
  number: 2,
  version: 1,
  title: '第 2 版',
  origin: '目录.xlsx（SHA-256 9f2c…）',
  state: 'draft',
  stateTitle: '草案',
  effectiveFrom: null,
  items: 1,
  incomplete: 0,
  inForce: false,
  steps: [{ ...offerOf('drop', '作废', { look: 'danger' }), allowed: true }],
};
const { items: _count, ...rest } = version;
const detail = json('The version with what was noticed in it', versionDetail, {
  ...rest,
  items: [example],
  findings: [],
});
const closedFacts = {
  name: '重大案件侦查方案',
  code: 'N14d',
  basis: '',
  reason: '公开后可能危及公共安全',
  organisation: 'kys-gaj',
  reviewOn: '2027-06-30',
};
const closedExample = {
  id: 'a1b2c3d4e5f6',
  version: 1,
  ...closedFacts,
  article: '《政府信息公开条例》第十四条',
  state: 'closed' as const,
  stateTitle: '不予公开',
  reviewDue: false,
  steps: [],
};

export const cataloguePaths: ZodOpenApiPathsObject = {
  '/api/v1/catalogue/fields': {
    get: {
      operationId: 'listFields',
      tags,
      summary: 'Fields (领域) of the catalogue',
      responses: {
        200: json(
          'Fields',
          z.object({ items: z.array(z.object({ code: z.string(), title: z.string(), lead: z.string() })) }),
          { items: [{ code: 'CXGH', title: '城乡规划', lead: '市自然资源局' }] },
        ),
        ...problems(401),
      },
    },
  },
  '/api/v1/catalogue/deny-codes': {
    get: {
      operationId: 'listDenyCodes',
      tags,
      summary: 'Legal reasons for not disclosing',
      responses: {
        200: json(
          'Codes',
          z.object({
            codes: z.array(
              z.object({ code: z.string(), title: z.string(), article: z.string(), words: z.string() }),
            ),
          }),
          {
            codes: [
              {
                code: 'N14a',
                title: '国家秘密',
                article: '《政府信息公开条例》第十四条',
                words: '依法确定为国家秘密的，不予公开。',
              },
            ],
          },
        ),
        ...problems(401),
      },
    },
  },
  '/api/v1/catalogue/summary': {
    get: {
      operationId: 'summariseCatalogue',
      tags,
      summary: 'The catalogue in force, a line per field',
      responses: {
        200: json('Summary', catalogueSummary, {
          version: 1,
          effectiveFrom: '2026-11-23',
          items: 1,
          complete: 1,
          fields: [],
        }),
        ...problems(401),
      },
    },
  },
  '/api/v1/catalogue/items': {
    get: {
      operationId: 'listItems',
      tags,
      summary: 'Items in force on a day',
      requestParams: { query: itemsQuery },
      responses: {
        200: json('Items', z.object({ items: z.array(item) }), { items: [example] }),
        ...problems(400, 401),
      },
    },
  },
  '/api/v1/catalogue/items/{id}': {
    get: {
      operationId: 'getItem',
      tags,
      summary: 'One item in force today',
      requestParams: { path: z.object({ id: z.string() }) },
      responses: { 200: json('The item', item, example), ...problems(401, 404) },
    },
  },
  '/api/v1/catalogue/versions': {
    get: {
      operationId: 'listCatalogueVersions',
      tags,
      summary: 'All versions, newest first',
      responses: {
        200: json('Versions', z.object({ items: z.array(versionSummary) }), { items: [version] }),
        ...problems(401),
      },
    },
  },
  '/api/v1/catalogue/versions/{number}': {
    get: {
      operationId: 'getCatalogueVersion',
      tags,
      summary: 'One version with its items',
      requestParams: one,
      responses: { 200: detail, ...problems(401, 404) },
    },
  },
  '/api/v1/catalogue/versions/{number}/diff/{other}': {
    get: {
      operationId: 'diffCatalogue',
      tags,
      summary: 'What changed from one version to another',
      requestParams: { path: z.object({ number: z.int(), other: z.int() }) },
      responses: {
        200: json('The difference', catalogueDiff, {
          added: [],
          removed: [],
          changed: [
            {
              id: 'CXGH-01',
              name: '批前公示',
              changes: [{ element: '公开时限', was: '不得少于20日', is: '不得少于30日' }],
            },
          ],
        }),
        ...problems(401, 404),
      },
    },
  },
  '/api/v1/catalogue/imports': {
    post: {
      operationId: 'importCatalogue',
      tags,
      summary: 'Import JSON, CSV or XLSX as a new draft version',
      description:
        'Answers a report on every row and on what of the file is in none (hidden, struck through, on another ' +
        'sheet). While a row cannot be read, or a loss that blocks is not `confirmed`, nothing is stored and ' +
        '`catalogue` is null.',
      requestParams: { query: importQuery },
      requestBody: fileBody,
      responses: {
        200: json('The report', importReport, {
          rows: [{ row: 3, id: 'CXGH-01', name: '批前公示', problems: [], advice: [] }],
          losses: [],
          good: 1,
          bad: 0,
          incomplete: 0,
          catalogue: version,
        }),
        ...problems(400, 401, 403, 413, 422),
      },
    },
  },
  '/api/v1/catalogue/versions/{number}/adopt': {
    post: {
      operationId: 'adoptCatalogue',
      tags,
      summary: 'Let a draft take effect from a day on',
      requestParams: one,
      requestBody: body(adoptRequest, { version: 1, effectiveFrom: '2026-12-01' }),
      responses: {
        200: json('The version', versionSummary, {
          ...version,
          state: 'adopted',
          effectiveFrom: '2026-12-01',
        }),
        ...problems(400, 401, 403, 404, 409, 422),
      },
    },
  },
  '/api/v1/catalogue/versions/{number}/drop': {
    post: {
      operationId: 'dropCatalogue',
      tags,
      summary: 'Give a draft up',
      requestParams: one,
      requestBody: body(versionOnly, { version: 1 }),
      responses: {
        200: json('The version', versionSummary, { ...version, state: 'dropped' }),
        ...problems(400, 401, 403, 404, 409),
      },
    },
  },
  '/api/v1/catalogue/versions/{number}/items': {
    put: {
      operationId: 'putItem',
      tags,
      summary: 'Add or replace an item of a draft',
      requestParams: one,
      requestBody: body(putItemRequest, { version: 1, item: example }),
      responses: { 200: detail, ...problems(400, 401, 403, 404, 409) },
    },
  },
  '/api/v1/catalogue/versions/{number}/items/{id}': {
    delete: {
      operationId: 'removeItem',
      tags,
      summary: 'Remove an item from a draft',
      requestParams: { path: z.object({ number: z.int(), id: z.string() }) },
      requestBody: body(versionOnly, { version: 1 }),
      responses: { 200: detail, ...problems(400, 401, 403, 404, 409) },
    },
  },
  '/api/v1/catalogue/closed': {
    get: {
      operationId: 'listClosedItems',
      tags,
      summary: 'What stays closed, and why (不予公开清单)',
      responses: {
        200: json('Closed items', z.object({ items: z.array(closedView) }), { items: [closedExample] }),
        ...problems(401),
      },
    },
    post: {
      operationId: 'closeItem',
      tags,
      summary: 'Put something on the list',
      requestBody: body(closeRequest, closedFacts),
      responses: { 201: json('Listed', closedView, closedExample), ...problems(400, 401, 403, 422) },
    },
  },
  '/api/v1/catalogue/closed/{id}/open': {
    post: {
      operationId: 'openItem',
      tags,
      summary: 'Take it off after review',
      requestParams: { path: z.object({ id: z.string() }) },
      requestBody: body(openRequest, { version: 1, reason: '评估后可以公开' }),
      responses: {
        200: json('Opened', closedView, { ...closedExample, state: 'opened' }),
        ...problems(400, 401, 403, 404, 409),
      },
    },
  },
};

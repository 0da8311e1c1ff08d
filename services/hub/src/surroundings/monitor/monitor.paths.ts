import {
  channelId,
  deadLetter,
  deadLetterGroup,
  deliveryCourse,
  ledgerRow,
  matrixFilter,
  matrixPage,
  matrixTotals,
  movedList,
  publicationId,
  rowState,
  stats,
  statsSpan,
  type LedgerRow,
  type MatrixPage,
  type Stats,
} from '@towncrier/contracts';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { json, problems } from '../../http/responses.ts';

/** What the monitor answers below its own `/v1`; the hub passes it on to people who are signed in. */
const row: LedgerRow = {
  delivery: '7K3QZP4M:1:website:publish',
  publication: '7K3QZP4M',
  edition: 1,
  channel: 'website',
  operation: 'publish',
  lane: 'normal',
  title: '关于乐白道街道停水的通知',
  state: 'confirmed',
  attempts: 1,
  releasedAt: '2026-11-23T02:00:00.000Z',
  settledAt: '2026-11-23T02:00:01.200Z',
  ms: 1200,
  words: '公众端已见第 1 版',
  timeline: [
    { at: '2026-11-23T02:00:00.000Z', verb: 'release', outcome: 'expected', words: '发布到政府网站' },
  ],
  retryable: false,
};
const matrix: MatrixPage = {
  items: [
    {
      publication: row.publication,
      edition: 1,
      title: row.title,
      number: null,
      owner: 'kyswj',
      lane: 'normal',
      releasedAt: row.releasedAt,
      hand: false,
      cells: [
        {
          channel: 'website',
          delivery: row.delivery,
          operation: 'publish',
          removes: false,
          state: 'confirmed',
          words: row.words,
          hand: false,
          retryable: false,
        },
      ],
    },
  ],
};
const figures = {
  accepted: 0,
  waiting: 0,
  unknown: 0,
  confirmed: 49,
  failed: 1,
  share: 0.98,
  p50: 900,
  p95: 4200,
};
const owed = { backlog: 0, stuck: 0, oldest: null, confirmedAt: row.releasedAt };
const lately: Stats = {
  span: '1h',
  at: row.releasedAt,
  bucketMs: 300_000,
  channels: [
    {
      channel: 'wechat',
      ...figures,
      ...owed,
      series: [{ from: '2026-11-23T01:05:00.000Z', ...figures }],
      targets: [{ target: '美丽开远', ...figures, ...owed }],
    },
  ],
};
const letter = {
  id: '2c26b46b68ffc68ff99b453c',
  service: 'channel-sms',
  subject: 'edition-released.v1',
  cause: 'edition: expected number',
  at: '2026-11-23T02:00:00.000Z',
  excerpt: '{"specversion":"1.0"}',
};
const one = { path: z.object({ id: z.string().meta({ example: row.delivery }) }) };
const board = z.object({ publication: publicationId, rows: z.array(ledgerRow), complete: z.boolean() });
const rows = z.object({ items: z.array(ledgerRow), cursor: z.string().optional() });
const filters = z.object({
  state: rowState.optional(),
  channel: channelId.optional(),
  publication: publicationId.optional(),
  after: z.string().optional(),
  limit: z.int().min(1).max(200).optional(),
});

export const monitorPaths: ZodOpenApiPathsObject = {
  '/api/v1/monitor/publications/{id}': {
    get: {
      operationId: 'getBoard',
      tags: ['monitor'],
      summary:
        'The deliveries of one publication; `complete`: every channel was seen to do what was asked last',
      requestParams: { path: z.object({ id: publicationId }) },
      responses: {
        200: json('The board', board, { publication: row.publication, rows: [row], complete: true }),
        ...problems(401, 503),
      },
    },
  },
  '/api/v1/monitor/deliveries': {
    get: {
      operationId: 'listDeliveries',
      tags: ['monitor'],
      summary: 'Deliveries, newest first',
      requestParams: { query: filters },
      responses: { 200: json('A page', rows, { items: [row] }), ...problems(400, 401, 503) },
    },
  },
  '/api/v1/monitor/matrix': {
    get: {
      operationId: 'getMatrix',
      tags: ['monitor'],
      summary: 'Editions × channels, the newest edition first',
      requestParams: {
        query: matrixFilter.extend({
          after: z.string().optional(),
          limit: z.int().min(1).max(500).optional(),
        }),
      },
      responses: { 200: json('A page', matrixPage, matrix), ...problems(400, 401, 503) },
    },
  },
  '/api/v1/monitor/matrix/totals': {
    get: {
      operationId: 'countMatrix',
      tags: ['monitor'],
      summary: 'All that a filter finds, in figures; what needs a hand, by its cause',
      requestParams: { query: matrixFilter },
      responses: {
        200: json('Figures', matrixTotals, {
          editions: 1,
          deliveries: 7,
          confirmed: 6,
          hand: 1,
          causes: [{ key: '2c26b46b68ff', words: '签名未报备', count: 1 }],
          whole: true,
        }),
        ...problems(400, 401, 503),
      },
    },
  },
  '/api/v1/monitor/stats': {
    get: {
      operationId: 'getStats',
      tags: ['monitor'],
      summary:
        'Figures of channels and their targets over 1 hour (buckets of 5 minutes), 24 hours (of 1 hour) or ' +
        '28 days (of days in China); times in ms, by the instant of release',
      requestParams: { query: z.object({ span: statsSpan.optional() }) },
      responses: { 200: json('Figures', stats, lately), ...problems(400, 401, 503) },
    },
  },
  '/api/v1/monitor/stats/moved': {
    get: {
      operationId: 'listMoved',
      tags: ['monitor'],
      summary: 'Deliveries that moved on in so many minutes (15), the newest first',
      requestParams: {
        query: z.object({
          minutes: z.int().min(1).max(1440).optional(),
          limit: z.int().min(1).max(200).optional(),
        }),
      },
      responses: {
        200: json('Deliveries', movedList, {
          items: [
            {
              delivery: row.delivery,
              publication: row.publication,
              edition: 1,
              channel: row.channel,
              title: row.title,
              state: row.state,
              at: row.releasedAt,
            },
          ],
        }),
        ...problems(400, 401, 503),
      },
    },
  },
  '/api/v1/monitor/deliveries/{id}': {
    get: {
      operationId: 'getDelivery',
      tags: ['monitor'],
      summary: 'One delivery',
      requestParams: one,
      responses: { 200: json('The delivery', ledgerRow, row), ...problems(401, 404, 503) },
    },
  },
  '/api/v1/monitor/deliveries/{id}/course': {
    get: {
      operationId: 'getCourse',
      tags: ['monitor'],
      summary: 'What happened to one delivery on one clock, and the one safe next step',
      requestParams: one,
      responses: {
        200: json('Its course', deliveryCourse, {
          row,
          hand: false,
          next: { act: 'nothing', words: '已在公众端核实，无需操作' },
          byHand: '这条投递已经完成',
          spans: [
            {
              is: 'queued',
              from: row.releasedAt,
              to: '2026-11-23T02:00:00.200Z',
              ms: 200,
              words: '等待渠道接收',
              failed: false,
            },
          ],
        }),
        ...problems(401, 404, 503),
      },
    },
  },
  '/api/v1/monitor/stream': {
    get: {
      operationId: 'streamDeliveries',
      tags: ['monitor'],
      summary:
        'Server-sent events: `delivery` with a row as it changes; `Last-Event-ID` brings what was missed',
      requestParams: {
        query: z.object({ publication: publicationId.optional() }),
        header: z.object({ 'last-event-id': z.string().optional() }),
      },
      responses: {
        200: { description: 'A stream of rows', content: { 'text/event-stream': { schema: z.string() } } },
        ...problems(401, 503),
      },
    },
  },
  '/api/v1/monitor/dead-letters': {
    get: {
      operationId: 'listDeadLetters',
      tags: ['monitor'],
      summary: 'Messages nobody could handle, newest first',
      responses: {
        200: json('Dead letters', z.object({ items: z.array(deadLetter) }), { items: [letter] }),
        ...problems(401, 503),
      },
    },
  },
  '/api/v1/monitor/dead-letters/groups': {
    get: {
      operationId: 'groupDeadLetters',
      tags: ['monitor'],
      summary: 'Dead letters that wait, by their kind: what is wrong and what to do, in words',
      responses: {
        200: json('Kinds', z.object({ items: z.array(deadLetterGroup) }), {
          items: [
            {
              key: '2c26b46b68ff',
              service: letter.service,
              stream: '发布与撤回',
              type: '版次发布',
              words: '消息内容不符合约定，多为各服务版本不一致',
              next: '核对各服务版本；一致后重新投递，仍失败的下载交技术人员',
              again: true,
              count: 3,
              first: letter.at,
              last: letter.at,
              letters: [letter],
            },
          ],
        }),
        ...problems(401, 503),
      },
    },
  },
};

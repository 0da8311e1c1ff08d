import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { json, problems } from '../../http/responses.ts';
import { nowView, type NowView } from './now.view.ts';

const at = '2026-11-23T02:00:00.000Z';
const figures = { share: 0.98, p95: 4200, backlog: 0, oldest: null };
const example: NowView = {
  at,
  ledger: true,
  alarms: [
    {
      key: 'cause:2c26b46b68ff',
      channels: ['sms'],
      account: null,
      words: '短信：签名未报备',
      count: 3,
      since: at,
      owner: '渠道运维',
      next: '排除原因后重试',
      at: { page: 'deliveries', search: { hand: 'yes', cause: '2c26b46b68ff' } },
    },
  ],
  tiles: [
    {
      ...{ channel: 'wechat', title: '微信公众号', mode: 'live', online: true, light: 'good', words: '正常' },
      ...figures,
      confirmed: 49,
      quota: '发布 100 次/日',
      accounts: [
        {
          ...{ id: 'meili-kaiyuan', title: '美丽开远', light: 'good', words: '正常', ...figures },
          silentDays: 0,
          expires: [],
        },
      ],
    },
  ],
  moved: [
    {
      ...{ delivery: '7K3QZP4M:1:website:publish', publication: '7K3QZP4M', edition: 1, channel: 'website' },
      ...{ title: '关于乐白道街道停水的通知', state: 'confirmed', words: '已核实', at },
    },
  ],
};

export const nowPaths: ZodOpenApiPathsObject = {
  '/api/v1/now': {
    get: {
      operationId: 'getNow',
      tags: ['now'],
      summary: 'What is in operation at this moment, and what people must do about it',
      responses: { 200: json('Now', nowView, example), ...problems(401) },
    },
  },
};

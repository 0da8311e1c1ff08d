import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { text } from '../../access/steps/question.ts';
import { offerOf } from '../../access/steps/step.ts';
import { body, json, problems } from '../../http/responses.ts';
import { channelList, removeChannel, type ChannelView } from './channel.view.ts';

const channel: ChannelView = {
  id: 'website',
  title: '政府网站',
  consumes: ['edition-released.v1', 'publication-withdrawn.v1'],
  mode: 'twin',
  ready: true,
  at: '2026-11-23T02:00:00.000Z',
  places: [{ label: '首页', url: 'http://127.0.0.1:8731/' }],
  can: {
    recall: 'replace',
    revise: 'in-place',
    receipts: 'none',
    targets: '1 个网站',
    limits: [],
    visibleWithinMs: 1000,
    consequences: { correct: '同一网址换为新版，注明更正', withdraw: '同一网址换为撤回说明' },
  },
  version: 1,
  online: true,
  lastSeen: '2026-11-23T02:00:00.000Z',
  steps: [
    {
      ...offerOf('remove', '移除渠道', { look: 'danger', ask: [text('reason', '理由', 200)] }),
      allowed: false,
      why: '渠道“政府网站”在线，移除后会自行恢复；请先停止该渠道的服务，再移除',
    },
  ],
};

export const channelPaths: ZodOpenApiPathsObject = {
  '/api/v1/channels': {
    get: {
      operationId: 'listChannels',
      tags: ['channels'],
      summary: 'Channels that have announced themselves, those that are away too',
      responses: { 200: json('Channels', channelList, { channels: [channel] }), ...problems(401) },
    },
  },
  '/api/v1/channels/{id}/remove': {
    post: {
      operationId: 'removeChannel',
      tags: ['channels'],
      summary: 'Take a channel out that is gone for good',
      description: 'Refused while it is online; one that announces itself again is back.',
      requestParams: { path: z.object({ id: z.string() }) },
      requestBody: body(removeChannel, { version: 1, reason: '该渠道已停用' }),
      responses: {
        200: json('The channels that are left', channelList, { channels: [] }),
        ...problems(400, 401, 403, 404, 409),
      },
    },
  },
};

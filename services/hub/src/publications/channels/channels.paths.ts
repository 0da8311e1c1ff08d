import type { ChannelAnnounced } from '@towncrier/contracts';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { json, problems } from '../../http/responses.ts';
import { channelList } from './channel.view.ts';

const channel: ChannelAnnounced = {
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
};

export const channelPaths: ZodOpenApiPathsObject = {
  '/api/v1/channels': {
    get: {
      operationId: 'listChannels',
      tags: ['channels'],
      summary: 'Channels that have announced themselves',
      responses: { 200: json('Channels', channelList, { channels: [channel] }), ...problems(401) },
    },
  },
};

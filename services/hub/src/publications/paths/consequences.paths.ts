import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { json, problems } from '../../http/responses.ts';
import { one } from './publication.act.ts';
import { consequences, consequencesQuery, type Consequences } from '../consequences/consequences.view.ts';

const example: Consequences = {
  act: 'publish',
  words: '立即发布到下列 1 个渠道；各渠道的结果如下，请先看清再确认',
  rows: [
    {
      channel: 'sms',
      title: '短信',
      result: '首次展示，送出后至多 10 秒可见',
      people: '1,204 位收件人',
      cost: '1204 人次、2408 条，至多 108.36 元',
      recall: { can: false, words: '无法收回，另发说明' },
      quiet: null,
      conflicts: ['《羊街乡停电通知》 17:40 已发布'],
    },
  ],
  conflicts: [],
  confirm: {
    why: '有 1204 人次收到后无法收回（超过 500 人次须另行确认）',
    label: '请输入无法收回的人次 1204',
    typed: '1204',
  },
};

export const consequencePaths: ZodOpenApiPathsObject = {
  '/api/v1/publications/{id}/consequences': {
    get: {
      operationId: 'getConsequences',
      tags: ['publications'],
      summary: 'What an act that reaches the public will bring about, channel by channel',
      description:
        'Changes nothing. A channel that does not answer in time says so. `confirm` is what a person types before the act is offered; the act itself does not ask for it.',
      requestParams: { ...one, query: consequencesQuery },
      responses: {
        200: json('Channel by channel, and what is in the way', consequences, example),
        ...problems(400, 401, 403, 404),
      },
    },
  },
};

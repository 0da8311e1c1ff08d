import type { Frozen } from '@towncrier/storage';
import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import type { z } from 'zod';
import { describeProblem, problemDetails, type ProblemDetails } from './problem.ts';

type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;

const meanings: Readonly<
  Record<ProblemStatus, { readonly description: string; readonly example: ProblemDetails }>
> = {
  400: {
    description: 'An unknown or a bad field, each named',
    example: describeProblem(400, 'unknown-field', '未知字段：titel（请删除）', {
      fields: [{ field: 'titel', message: '未知字段' }],
    }),
  },
  401: {
    description: 'Nobody is signed in, or name and password do not belong together',
    example: describeProblem(401, 'not-signed-in', '尚未登录或登录已过期，请重新登录'),
  },
  403: {
    description: 'Not this person, not their own work (`four-eyes`), or no CSRF token',
    example: describeProblem(
      403,
      'four-eyes',
      '您参与撰写或修改了这份稿件，不能审定自己的稿件；请由另一位审核人员审定',
    ),
  },
  404: {
    description: 'There is nothing of that name',
    example: describeProblem(404, 'not-found', '没有这个发布件，请核对编号'),
  },
  409: {
    description:
      'The named version is not the current one (`stale`, with `current`), or the state does not allow it',
    example: describeProblem(409, 'stale', '稿件已被他人更新（现为第 4 次修订）；请刷新后核对再操作', {
      current: 4,
    }),
  },
  413: {
    description: 'The body or the source is too large',
    example: describeProblem(
      413,
      'body-too-large',
      '请求正文超过 8 MiB 上限；请压缩或减少图片，或把附件改为链接，再重新提交',
    ),
  },
  415: {
    description: 'A file of a type that is not taken',
    example: describeProblem(
      415,
      'file-type',
      '附件“公告.doc”实际是 .cfb 文件；旧版 Office 文件请另存为新格式',
    ),
  },
  422: {
    description: 'The content cannot go out as it is',
    example: describeProblem(
      422,
      'channel-problems',
      '这些渠道无法承载本稿：wechat；请按 problems 逐项修改，或在稿件中去掉该渠道',
      {
        problems: [
          { channel: 'wechat', field: 'title', message: '标题超过 64 字', remedy: '缩短标题，或另填短标题' },
        ],
      },
    ),
  },
  429: {
    description: 'Too many wrong passwords; `retryAfter` tells the seconds',
    example: describeProblem(429, 'too-many-attempts', '登录尝试过多，请 8 秒后再试', { retryAfter: 8 }),
  },
  503: {
    description: 'Something the hub needs is out of reach; nothing was changed',
    example: describeProblem(
      503,
      'monitor-unavailable',
      '投递台账暂时不可用，不影响已发布的内容；请稍后再试',
    ),
  },
};

export function problems(...statuses: readonly ProblemStatus[]): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    statuses.map((status) => {
      const { description, example } = meanings[status];
      return [
        String(status),
        { description, content: { 'application/problem+json': { schema: problemDetails, example } } },
      ];
    }),
  ) as ZodOpenApiResponsesObject;
}

export function json<S extends z.ZodType>(
  description: string,
  schema: S,
  example: Frozen<z.output<S>>,
): { description: string; content: { 'application/json': { schema: S; example: unknown } } } {
  return { description, content: { 'application/json': { schema, example } } };
}

export function body<S extends z.ZodType>(
  schema: S,
  example: z.input<S>,
): { required: true; content: { 'application/json': { schema: S; example: unknown } } } {
  return { required: true, content: { 'application/json': { schema, example } } };
}

/** One file, in the field `file`. */
export const fileBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object' as const,
        properties: { file: { type: 'string' as const, format: 'binary' } },
        required: ['file'],
      },
    },
  },
};

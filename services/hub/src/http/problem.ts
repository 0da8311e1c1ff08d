import { problem as channelProblem, publicationId, registerProblem } from '@towncrier/contracts';
import { z } from 'zod';
import { mergeRegion } from './merge-region.ts';

/** Where in the words of an edition something stands. */
export const place = z
  .object({
    block: z.int().nonnegative().nullable().meta({
      description:
        'The block of the body, counted from 0; null for the title, and for own words of a channel, which `field` names',
    }),
    spot: z
      .object({
        path: z.array(z.int().nonnegative()).max(100),
        from: z.int().nonnegative(),
        to: z.int().nonnegative(),
      })
      .optional()
      .meta({
        description:
          'The words: `path` leads through `content` to the text block, `from` and `to` are UTF-16 units in it, a hard break counting one. Absent where the whole block is meant.',
      }),
  })
  .meta({ id: 'FindingPlace' });
export type Place = z.infer<typeof place>;

/**
 * Something noticed in a text: where, what, what to do about it and on what authority. `block` stops the
 * edition, `advise` does not.
 */
export const finding = z
  .object({
    rule: z.string().optional(),
    severity: z.enum(['block', 'advise']).optional(),
    field: z.string(),
    excerpt: z.string().optional(),
    place: place.optional(),
    message: z.string(),
    remedy: z.string(),
    repair: z
      .string()
      .optional()
      .meta({ description: 'Words that may stand at the place instead; empty where they are to go' }),
    source: z.string().optional(),
    publication: publicationId
      .optional()
      .meta({ description: 'The publication that the words speak of, where there is one to look at' }),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof finding>;

/**
 * RFC 9457 problem details. `title` and `detail` are Chinese: the reason and what to do next. `code` is for
 * programs.
 */
export const problemDetails = z
  .object({
    type: z.string().meta({ description: 'Always `about:blank`: `code` tells problems apart' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    code: z.string(),
    /** On 400: every bad or unknown field by its path. */
    fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    /** On 409 `stale`: the version to look at and name. */
    current: z.int().positive().optional(),
    /** On 409 `stale`, for an edit that names its base: the three texts, block by block. */
    conflict: z.array(mergeRegion).optional(),
    /** On 422 `channel-problems`: why channels cannot carry the edition. */
    problems: z.array(channelProblem).optional(),
    /** On 422 `register-refused`: why targets were not written, each naming its row or target. */
    rows: z.array(registerProblem).optional(),
    /** On 422 `incomplete` and `blocked`: what an edition cannot do without, or may not contain. */
    findings: z.array(finding).optional(),
    /** On 422 `omissions-not-accepted`: what readers of channels would miss. */
    omissions: z
      .array(
        z.object({ channel: z.string(), title: z.string(), key: z.string(), messages: z.array(z.string()) }),
      )
      .optional(),
    /** On 422 `channels-silent`, or beside other refusals of a submission: channels that did not answer. */
    silent: z.array(z.object({ channel: z.string(), title: z.string(), message: z.string() })).optional(),
    /** On 422 `channels-required`, or likewise: channels that the law asks for, with article and reason. */
    required: z
      .array(z.object({ channel: z.string(), title: z.string(), article: z.string(), reason: z.string() }))
      .optional(),
    /** On 429: seconds to wait. */
    retryAfter: z.int().positive().optional(),
    /** On 500: what to search the log for. */
    incident: z.string().optional(),
  })
  .meta({ id: 'ProblemDetails' });
export type ProblemDetails = z.infer<typeof problemDetails>;

export interface ProblemFields extends Partial<
  Pick<
    ProblemDetails,
    | 'fields'
    | 'current'
    | 'conflict'
    | 'problems'
    | 'rows'
    | 'findings'
    | 'omissions'
    | 'silent'
    | 'required'
    | 'retryAfter'
    | 'incident'
  >
> {
  readonly cause?: unknown;
}

const titles: Readonly<Record<number, string>> = {
  400: '请求有误',
  401: '未登录',
  403: '没有权限',
  404: '未找到',
  409: '状态冲突',
  413: '内容过大',
  415: '格式不受支持',
  422: '稿件不能送出',
  429: '请稍后再试',
  500: '系统出错',
  502: '上游服务出错',
  503: '暂时不可用',
};

/**
 * A request that ends with words for the person who made it. The filter turns it into
 * `application/problem+json`.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly details: ProblemDetails;
  constructor(status: number, code: string, detail: string, { cause, ...fields }: ProblemFields = {}) {
    super(detail, cause === undefined ? undefined : { cause });
    this.details = describeProblem(status, code, detail, fields);
  }
}

export function describeProblem(
  status: number,
  code: string,
  detail: string,
  fields: Omit<ProblemFields, 'cause'> = {},
): ProblemDetails {
  return { type: 'about:blank', title: titles[status] ?? '请求被拒绝', status, detail, code, ...fields };
}

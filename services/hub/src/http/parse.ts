import type { z } from 'zod';
import { ProblemError } from './problem.ts';

const unknownField = '未知字段';

/** @throws ProblemError 400 that names every unknown and every bad field */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.flatMap(fieldsOf);
  const unknown = fields.filter((f) => f.message === unknownField).map((f) => f.field);
  const bad = fields.map((f) => f.field).filter((field) => !unknown.includes(field));
  const parts = [
    ...(unknown.length === 0 ? [] : [`未知字段：${unknown.join('、')}（请删除）`]),
    ...(bad.length === 0
      ? []
      : [`不符合要求的字段：${[...new Set(bad)].join('、')}（请按 fields 中的说明修改）`]),
  ];
  throw new ProblemError(400, unknown.length > 0 ? 'unknown-field' : 'bad-field', parts.join('；'), {
    fields,
    cause: result.error,
  });
}

function fieldsOf(issue: z.core.$ZodIssue): { field: string; message: string }[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: path([...issue.path, key]), message: unknownField }));
  if (issue.code === 'invalid_union')
    return closest(issue).flatMap((inner) => fieldsOf({ ...inner, path: [...issue.path, ...inner.path] }));
  return [{ field: path(issue.path), message: words(issue) }];
}

/** Of several alternatives the one that was most likely meant: whose complaints lie deepest. */
function closest(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] {
  const depth = (branch: readonly z.core.$ZodIssue[]): number =>
    Math.max(0, ...branch.map((i) => i.path.length));
  const [best] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
  return best === undefined || best.length === 0
    ? [{ code: 'custom', path: [], message: '不符合任何一种允许的形式' }]
    : best.slice(0, 5);
}

const path = (parts: readonly PropertyKey[]): string => parts.map(String).join('.') || '(body)';

function words(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `必填，应为 ${issue.expected}` : `应为 ${issue.expected}`;
    case 'too_big':
      return `过大或过长，上限 ${issue.maximum}`;
    case 'too_small':
      return `过小或过短，下限 ${issue.minimum}`;
    case 'invalid_value':
      return `只能是：${issue.values.map(String).join('、')}`;
    case 'invalid_format':
      return `格式不正确（${issue.format}）`;
    default:
      return issue.message;
  }
}

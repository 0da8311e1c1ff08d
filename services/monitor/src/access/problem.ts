import { HttpException } from '@nestjs/common';
import { z } from 'zod';

/** RFC 9457 problem details. @throws always */
export function refuse(status: number, code: string, detail: string): never {
  throw new HttpException(
    { type: 'about:blank', title: titles[status] ?? '请求被拒绝', status, detail, code },
    status,
  );
}

const titles: Readonly<Record<number, string>> = {
  400: '请求有误',
  401: '未登录',
  404: '未找到',
  409: '状态冲突',
  503: '暂时不可用',
};

export const notFound = (detail: string): never => refuse(404, 'not-found', detail);

/** @throws a 400 problem naming every bad field */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  return refuse(400, 'bad-request', z.prettifyError(result.error));
}

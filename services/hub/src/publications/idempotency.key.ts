import { createHash } from 'node:crypto';
import { canonicalJson, hashText } from '@towncrier/content';
import { z } from 'zod';
import { ProblemError } from '../http/problem.ts';
import { publicationIdFrom } from './publication.id.ts';

/** The header that names one attempt to create something (draft-ietf-httpapi-idempotency-key-header-07, 2.1). */
export const idempotencyHeader = 'Idempotency-Key';
const key = /^"?([\w-]{8,64})"?$/;

export const idempotencyHeaders = z.object({
  [idempotencyHeader]: z.string().regex(key).optional().meta({
    description:
      'Made by the caller for one draft. Sent again with the same body it is answered with the same publication; with another body it is refused (422 `key-reused`).',
  }),
});

/** One attempt to create a publication, told from all others. */
export interface Attempt {
  /** The id that its publication has: made of the key, so that a second attempt meets the first. */
  readonly id: string;
  /** SHA-256 of what was asked. */
  readonly asked: string;
}

/** Null where no key was sent. @throws ProblemError 400 for one that is none */
export function attemptOf(header: unknown, by: string, request: unknown): Attempt | null {
  if (header === undefined) return null;
  const found = typeof header === 'string' ? key.exec(header)?.[1] : undefined;
  if (found === undefined)
    throw new ProblemError(400, 'bad-field', `${idempotencyHeader} 应为 8 至 64 个字母、数字、-、_`, {
      fields: [{ field: idempotencyHeader, message: '格式不对' }],
    });
  return {
    id: publicationIdFrom(createHash('sha256').update(`${by}\0${found}`).digest()),
    asked: hashText(canonicalJson(request)),
  };
}

/** @throws ProblemError 422 for a key that made something else */
export function refuseReused(made: { readonly _id: string; readonly title: string }): never {
  throw new ProblemError(
    422,
    'key-reused',
    `这份稿件刚才已经保存：《${made.title}》，编号 ${made._id}。请打开它，把之后的改动补上再保存；页面上的文字还在。`,
  );
}

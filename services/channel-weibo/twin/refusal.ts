import type { FastifyReply, FastifyRequest } from 'fastify';

/** HTTP status, the platform's code and its words. */
export type Refusal = readonly [status: number, code: number, words: string];

export const unknownToken: Refusal = [403, 21332, 'invalid_access_token'];

export const refuse = (
  request: FastifyRequest,
  reply: FastifyReply,
  [status, error_code, error]: Refusal,
): FastifyReply => reply.code(status).send({ error, error_code, request: request.url });

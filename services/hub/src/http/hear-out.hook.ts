import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';

/** Up to here (bytes) a body over the limit is read and thrown away; beyond, the connection is simply cut. */
const patience = 64 * 1024 * 1024;

/**
 * A client that is still sending hears no answer: let it finish, so that it learns why its body was refused.
 * Uploads have limits of their own.
 */
export function hearOut(http: FastifyInstance, bodyLimit: number): void {
  http.addHook('onRequest', async ({ raw, headers }) => {
    const length = Number(headers['content-length'] ?? 0);
    if (
      length <= bodyLimit ||
      length > patience ||
      headers['content-type']?.startsWith('multipart/form-data') === true
    )
      return;
    raw.resume();
    await once(raw, 'end');
  });
}

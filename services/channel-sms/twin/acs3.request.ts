import type { FastifyRequest } from 'fastify';
import { acs3Signature } from './acs3.ts';

const keySecret = 'twin-secret-of-sms';
const authorization = /^ACS3-HMAC-SHA256 Credential=[^,]+,SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/;

/** Whether a request carries the signature that the account's secret gives. */
export function isSigned(request: FastifyRequest): boolean {
  const given = authorization.exec(request.headers.authorization ?? '');
  if (given === null) return false;
  const [path = '/', query = ''] = request.url.split('?');
  const expected = acs3Signature(
    {
      method: request.method,
      path,
      query: new URLSearchParams(query),
      headers: request.headers,
      signedHeaders: given[1] ?? '',
      bodyHash: String(request.headers['x-acs-content-sha256'] ?? ''),
    },
    keySecret,
  );
  return expected === given[2];
}

import type { FastifyRequest } from 'fastify';
import { accountOf, type Account } from './accounts.ts';
import { acs3Signature } from './acs3.ts';

const authorization = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/;

/** Whose request it is; null when nobody's secret gives the signature that it carries. */
export function signedBy(request: FastifyRequest): Account | null {
  const [, keyId = '', signedHeaders = '', signature] =
    authorization.exec(request.headers.authorization ?? '') ?? [];
  const account = accountOf(keyId);
  if (account === null) return null;
  const [path = '/', query = ''] = request.url.split('?');
  const expected = acs3Signature(
    {
      method: request.method,
      path,
      query: new URLSearchParams(query),
      headers: request.headers,
      signedHeaders,
      bodyHash: String(request.headers['x-acs-content-sha256'] ?? ''),
    },
    account.keySecret,
  );
  return expected === signature ? account : null;
}

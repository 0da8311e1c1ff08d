import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether a secret that was handed in is the one that is expected. Digests are compared, so that neither the
 * length nor the time taken tells anything about it.
 */
export function sameSecret(given: string | Uint8Array, expected: string | Uint8Array): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

const digest = (secret: string | Uint8Array): Buffer => createHash('sha256').update(secret).digest();

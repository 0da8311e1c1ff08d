/** Crockford base32: no I, L, O, U, so that an id survives being read out on the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 8 characters, 40 bits; `bytes` are at least 8 random bytes. */
export function publicationIdFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 8), (byte) => alphabet[byte % 32]).join('');
}

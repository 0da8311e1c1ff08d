/** Thirty-two signs that nobody takes for another on paper or by telephone. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const half = 10;

/** One half of a code, fifty bits: of two halves that two people hand over, neither is of any use alone. */
export const halfFrom = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, half)].map((byte) => signs[byte & 31]).join('');

/** How many random bytes a half takes. */
export const halfBytes = half;

/** As people read it: `ABCDE-FGHJK`. */
export const readable = (code: string): string => `${code.slice(0, half / 2)}-${code.slice(half / 2)}`;

/** The two halves of what somebody typed, however they parted it; null when it is no such code. */
export function halvesOf(typed: string): { readonly first: string; readonly second: string } | null {
  const plain = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  if (plain.length !== 2 * half) return null;
  return { first: plain.slice(0, half), second: plain.slice(half) };
}

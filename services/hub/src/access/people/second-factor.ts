import { Secret, TOTP } from 'otpauth';

const period = 30;
/** RFC 6238 as every authenticator app reads it: SHA-1, six digits, 30 seconds. */
const totp = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer: '告示 Towncrier',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period,
  });

/** @param bytes 20 random bytes (RFC 4226, 4: at least 128 bits) */
export const secretFrom = (bytes: Uint8Array): string =>
  new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;

/** What an authenticator app scans. */
export const keyUri = (secret: string, label: string): string => totp(secret, label).toString();

/** What an authenticator app shows at an instant. */
export const codeOf = (secret: string, now: Date): string =>
  totp(secret, '').generate({ timestamp: now.getTime() });

/**
 * The time step a code belongs to; null when it is wrong, more than a step off, or not newer than `usedStep`.
 */
export function stepOf(code: string, secret: string, usedStep: number, now: Date): number | null {
  const delta = totp(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / period) + delta;
  return step > usedStep ? step : null;
}

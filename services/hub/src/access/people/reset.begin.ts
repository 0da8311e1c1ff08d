import type { Clock, Random } from '../../ports/hub.parts.ts';
import { hashPassword } from './password.ts';
import { halfBytes, halfFrom, readable } from './reset.code.ts';
import { askedForMs, type Reset, type ResetKind } from './reset.rules.ts';

export interface ResetTools {
  readonly clock: Clock;
  readonly random: Random;
}

/** The hash of a password that nobody has, and that takes as long to try as any. */
export const noPassword = ({ random }: Pick<ResetTools, 'random'>): Promise<string> =>
  hashPassword(Buffer.from(random(32)).toString('base64url'), random(16));

export interface ResetAsked {
  readonly kind: ResetKind;
  readonly by: string;
  readonly reason: string;
  readonly subject?: string | null;
}

/** One half of a code, for people and as it is kept. */
export async function freshHalf({
  random,
}: Pick<ResetTools, 'random'>): Promise<{ code: string; hash: string }> {
  const code = halfFrom(random(halfBytes));
  return { code: readable(code), hash: await hashPassword(code, random(16)) };
}

/** A reset that waits for its countersignature, and the half of its code that is told now. */
export async function beginReset(
  { kind, by, reason, subject }: ResetAsked,
  tools: ResetTools,
): Promise<{ reset: Reset; code: string }> {
  const { code, hash } = await freshHalf(tools);
  const until = new Date(tools.clock().getTime() + askedForMs).toISOString();
  const asked = { kind, askedBy: by, reason, first: hash, second: null, countersignedBy: null, until };
  return { reset: subject === undefined ? asked : { ...asked, subject }, code };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../services/hub/src/access/people/second-factor.ts';

const stepMs = 30_000;

/** What an authenticator app shows now, and for how many seconds more. */
export function codeNow(
  secret: string,
  now = new Date(),
): { readonly code: string; readonly seconds: number } {
  const over = now.getTime() % stepMs;
  return { code: codeOf(secret, now), seconds: Math.ceil((stepMs - over) / 1000) };
}

/**
 * Signs in with a code that nobody has used yet: a code counts once, and somebody may just have signed in with that of
 * this half minute. The hub takes the one before and the one after, too.
 * @param enter without a code for people who need none
 */
export async function enterWith<T>(
  secret: string | undefined,
  enter: (code?: string) => Promise<T>,
  isWrongCode: (error: unknown) => boolean,
): Promise<T> {
  if (secret === undefined) return enter();
  for (let round = 0; ; round += 1) {
    const began = Date.now();
    for (const step of round === 0 ? [-1, 0, 1] : [1])
      try {
        return await enter(codeOf(secret, new Date(began + step * stepMs)));
      } catch (error) {
        if (!isWrongCode(error) || round > 3) throw error;
      }
    await sleep(stepMs - (Date.now() % stepMs) + 500);
  }
}

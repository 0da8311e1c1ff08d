import { headers, releases } from '@towncrier/contracts';
import { NotSigned, PublicKeys, signatureOf, type NamedKey } from '@towncrier/secrets';
import { Poison } from './broker.ts';

/** More headers for a message that is about to be stored. */
export type Sign = (subject: string, body: Uint8Array) => Readonly<Record<string, string>>;

/**
 * Looks at a message before anybody reads it. @throws Poison when it must never be used; any other error: again
 * later
 */
export type Check = (subject: string, body: Uint8Array, signature: string) => Promise<void>;

const prefix = (releases.subjects[0] as string).replace('*', '');
const isRelease = (subject: string): boolean => subject.startsWith(prefix);

/** Signs what the hub lets go out, and nothing else. */
export const releaseSigner =
  (key: NamedKey): Sign =>
  (subject, body) =>
    isRelease(subject) ? { [headers.signature]: signatureOf(key, subject, body) } : {};

/** Takes a release only as the hub signed it. @param file public keys of the hub */
export function releaseCheck(file: string): Check {
  const keys = new PublicKeys(file);
  return async (subject, body, signature) => {
    if (!isRelease(subject)) return;
    await keys.check(subject, body, signature).catch((error: unknown) => {
      throw error instanceof NotSigned ? new Poison(error.message, { cause: error }) : error;
    });
  };
}

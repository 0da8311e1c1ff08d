import { argon2, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { sameSecret } from '@towncrier/secrets';

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

/** OWASP's smallest recommended Argon2id: 19 MiB, two passes, one lane. */
const cost = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };

/** @param salt 16 random bytes. Answers `argon2id$<memory>$<passes>$<salt>$<tag>`, base64url. */
export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  const tag = await derive('argon2id', { message: password, nonce: salt, ...cost });
  return [
    'argon2id',
    cost.memory,
    cost.passes,
    Buffer.from(salt).toString('base64url'),
    tag.toString('base64url'),
  ].join('$');
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [algorithm, memory, passes, salt, tag] = stored.split('$');
  if (algorithm !== 'argon2id' || salt === undefined || tag === undefined) return false;
  const expected = Buffer.from(tag, 'base64url');
  const given = await derive('argon2id', {
    message: password,
    nonce: Buffer.from(salt, 'base64url'),
    parallelism: 1,
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
  });
  return sameSecret(given, expected);
}

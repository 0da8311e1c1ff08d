import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PublicKeys } from './public.keys.ts';
import { NotSigned, signatureOf, type NamedKey } from './signed.message.ts';
import { addSigningKey, openSigningKey, SigningKeysMissing } from './signing.keys.ts';

const now = '2026-11-29T08:00:00.000Z';
const subject = 'a.subject';
const body = new TextEncoder().encode('{"id":"7K3QZP4M:1:released"}');

describe('a signed message', () => {
  let folder: string;
  let files: { privateFile: string; publicFile: string };
  let key: NamedKey;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-keys-'));
    files = {
      privateFile: join(folder, 'own', 'signing.json'),
      publicFile: join(folder, 'keys', 'public.json'),
    };
    key = await openSigningKey(files, now);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const check = (of: { subject?: string; body?: Uint8Array; signature?: string }): Promise<void> =>
    new PublicKeys(files.publicFile).check(
      of.subject ?? subject,
      of.body ?? body,
      of.signature ?? signatureOf(key, subject, body),
    );

  it('is taken as it is, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.uint8Array(), async (where, words) => {
        await check({ subject: where, body: words, signature: signatureOf(key, where, words) });
      }),
      { numRuns: 50 },
    );
  });

  it('is not taken with one byte changed, on another subject, or with another signature', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const altered = body.with(at, (body[at] ?? 0) ^ by);
        await expect(check({ body: altered })).rejects.toBeInstanceOf(NotSigned);
      }),
      { numRuns: 50 },
    );
    await expect(check({ subject: 'another.subject' })).rejects.toThrow('与签名不符');
    await expect(check({ signature: '' })).rejects.toThrow('没有签名');
    await expect(check({ signature: 'signed' })).rejects.toThrow('格式不对');
    const other = await openSigningKey(
      { privateFile: join(folder, 'other.json'), publicFile: join(folder, 'other-public.json') },
      now,
    );
    await expect(check({ signature: signatureOf(other, subject, body) })).rejects.toThrow('未知的密钥');
  });

  it('that was signed before the key was changed is still taken, and so is the next', async () => {
    const reader = new PublicKeys(files.publicFile);
    const before = signatureOf(key, subject, body);
    await reader.check(subject, body, before);
    const id = await addSigningKey(files, now);
    const next = await openSigningKey(files, now);
    expect(next.id).toBe(id);
    await reader.check(subject, body, signatureOf(next, subject, body));
    await reader.check(subject, body, before);
  });

  it('waits while the public keys are not there yet', async () => {
    await rm(files.publicFile);
    await expect(check({})).rejects.toBeInstanceOf(SigningKeysMissing);
    expect((await openSigningKey(files, now)).id).toBe(key.id);
    await check({});
  });

  it('keeps its private keys to the owner, and says which file cannot be read', async () => {
    expect((await stat(files.privateFile)).mode & 0o777).toBe(0o600);
    expect(await readFile(files.publicFile, 'utf8')).not.toContain('PRIVATE');
    await writeFile(files.privateFile, '{"keys":[{"id":"');
    await expect(openSigningKey(files, now)).rejects.toThrow(files.privateFile);
  });
});

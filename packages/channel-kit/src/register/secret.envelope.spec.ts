import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeyRing } from '@towncrier/secrets';
import { open, seal, SealBroken } from './secret.envelope.ts';

const now = '2026-11-28T00:00:00.000Z';
const none = (): Promise<boolean> => Promise.resolve(false);
const some = (): Promise<boolean> => Promise.resolve(true);

describe('a secret in its envelope', () => {
  let folder: string;
  let file: string;
  let ring: KeyRing;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-keys-'));
    file = join(folder, 'keys', 'channel-led.key');
    ring = await KeyRing.open(file, now, none);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.isWellFormed());
  const place = fc.record({ channel: word, target: word, name: word });

  it('comes out as it went in, and two envelopes of one secret differ', () => {
    fc.assert(
      fc.property(word, place, (text, at) => {
        const [one, other] = [seal(text, at, ring), seal(text, at, ring)];
        expect([open(one, at, ring), open(other, at, ring)]).toEqual([text, text]);
        expect(one.nonce).not.toBe(other.nonce);
        expect(one.sealed).not.toBe(other.sealed);
      }),
    );
  });

  it('does not open at another place', () => {
    fc.assert(
      fc.property(word, place, place, (text, at, other) => {
        fc.pre(`${at.channel}|${at.target}|${at.name}` !== `${other.channel}|${other.target}|${other.name}`);
        expect(() => open(seal(text, at, ring), other, ring)).toThrow(SealBroken);
      }),
    );
  });

  it('does not open when one bit of it was changed', () => {
    const at = { channel: 'led', target: 'strip', name: 'token' };
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('nonce', 'sealed'), (text, n, field) => {
        const envelope = seal(text, at, ring);
        const bytes = Buffer.from(envelope[field], 'base64');
        const bit = n % (bytes.length * 8);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => open({ ...envelope, [field]: bytes.toString('base64') }, at, ring)).toThrow(SealBroken);
      }),
    );
  });

  it('opens with the key it was sealed with after a newer one was added, and is sealed with the newest', async () => {
    const at = { channel: 'led', target: 'strip', name: 'token' };
    const old = seal('口令', at, ring);
    const next = await KeyRing.addKey(file, now);
    expect(open(old, at, next)).toBe('口令');
    expect(seal('口令', at, next).key).toBe(next.newest.id);
    expect(next.newest.id).not.toBe(old.key);
    const last = await KeyRing.keepOnly(file, new Set());
    expect(() => open(old, at, last)).toThrow(`没有编号为 ${old.key} 的钥匙`);
  });
});

describe('the key file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-keys-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is made once, for its owner alone', async () => {
    const file = join(folder, 'made', 'channel-led.key');
    const rings = await Promise.all([1, 2, 3].map(() => KeyRing.open(file, now, none)));
    expect(new Set(rings.map(({ newest }) => newest.id)).size).toBe(1);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('that is missing while secrets are stored is an error that says what to do', async () => {
    const file = join(folder, 'lost.key');
    await expect(KeyRing.open(file, now, some)).rejects.toThrow(
      /密钥文件 .*lost\.key 不在了.*TARGET_KEY_FILE/,
    );
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it('that is damaged is refused without a word of it', async () => {
    const file = join(folder, 'damaged.key');
    await writeFile(file, '{"keys":[{"id":"a","key":"geheim"}]}');
    const refusal = await KeyRing.open(file, now, none).catch((error: unknown) => String(error));
    expect(refusal).toContain('读不出来');
    expect(refusal).not.toContain('geheim');
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore, type Store } from '@towncrier/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rotateSecrets } from './rotate.secrets.ts';
import { aRegister, aRow } from './testing/register.sample.ts';

const now = '2026-11-28T00:00:00.000Z';

describe('a rotation of keys', () => {
  let at: { store: Store; folder: string };
  let keyFile: string;
  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'towncrier-rotate-'));
    at = { folder, store: await openSqliteStore(join(folder, 'store')) };
    keyFile = join(folder, 'keys', 'channel-led.key');
    const rows = [
      aRow({ id: 'a' }, { secrets: { token: 'token-a' } }),
      aRow({ id: 'b', kind: 'account' }, { secrets: { secret: 'secret-b' } }),
      aRow({ id: 'c' }),
    ];
    await (await aRegister(at)).write(rows, true, '张三');
  });
  afterEach(async () => {
    await at.store.close();
    await rm(at.folder, { recursive: true, force: true });
  });
  const keys = async (): Promise<readonly string[]> =>
    (JSON.parse(await readFile(keyFile, 'utf8')) as { keys: { id: string }[] }).keys.map(({ id }) => id);

  it('seals every secret with a new key, drops the old one and changes no target', async () => {
    const before = { keys: await keys(), list: await (await aRegister(at)).list({}, undefined, 10) };
    expect(await rotateSecrets(at.store, { channel: 'led', keyFile, now })).toEqual({ secrets: 2 });
    const after = await aRegister(at);
    expect([await after.secret('a', 'token'), await after.secret('b', 'secret')]).toEqual([
      'token-a',
      'secret-b',
    ]);
    expect(await after.list({}, undefined, 10)).toEqual(before.list);
    expect(await keys()).toHaveLength(1);
    expect(await keys()).not.toEqual(before.keys);
  });

  it('that was stopped after some secrets is finished by the next one', async () => {
    let left = 1;
    const stopping: Store = {
      ...at.store,
      kind: at.store.kind,
      ping: () => at.store.ping(),
      close: () => at.store.close(),
      collection: async (spec) => {
        const inner = await at.store.collection(spec);
        return new Proxy(inner, {
          get: (of, name) => {
            if (name === 'change' && (left -= 1) < 0) throw new Error('killed');
            const found: unknown = Reflect.get(of, name);
            return typeof found === 'function' ? found.bind(of) : found;
          },
        });
      },
    };
    await expect(rotateSecrets(stopping, { channel: 'led', keyFile, now })).rejects.toThrow('killed');
    expect(await keys()).toHaveLength(2);
    const between = await aRegister(at);
    expect([await between.secret('a', 'token'), await between.secret('b', 'secret')]).toEqual([
      'token-a',
      'secret-b',
    ]);
    expect(await rotateSecrets(at.store, { channel: 'led', keyFile, now })).toEqual({ secrets: 2 });
    expect(await keys()).toHaveLength(1);
  });

  it('of a channel whose key file is gone is refused', async () => {
    await rm(keyFile);
    await expect(rotateSecrets(at.store, { channel: 'led', keyFile, now })).rejects.toThrow('不存在');
  });
});

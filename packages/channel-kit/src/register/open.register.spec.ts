import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore, type Store } from '@towncrier/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRegister } from './open.register.ts';
import type { SeedTarget, TargetDeclaration } from './target.declaration.ts';
import type { TargetRegister } from './target.register.ts';
import { aRow, aTarget, declaration, kinds } from './testing/register.sample.ts';

let at: { store: Store; folder: string };
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'towncrier-first-start-'));
  at = { folder, store: await openSqliteStore(join(folder, 'store')) };
});
afterEach(async () => {
  await at.store.close();
  await rm(at.folder, { recursive: true, force: true });
});

const start = (over: Partial<TargetDeclaration<null>> = {}): Promise<TargetRegister> =>
  openRegister({
    channel: 'led',
    targets: { ...declaration([aTarget({ id: 'invented' })]), ...over },
    settings: null,
    store: at.store,
    keyFile: join(at.folder, 'key'),
    now: () => '2026-11-28T00:00:00.000Z',
  });
const adopting = (...known: readonly SeedTarget[]) => ({ adopt: () => Promise.resolve(known) });
const ids = async (register: TargetRegister): Promise<readonly string[]> =>
  (await register.list({}, undefined, 10)).items.map(({ id }) => id);

describe('a first start', () => {
  it('begins with what an earlier release knew, and invents nothing beside it', async () => {
    const known = { ...aTarget({ id: 'known' }), secrets: { token: 'abcdefgh' } };
    const register = await start(adopting(known));
    expect(await ids(register)).toEqual(['known']);
    expect(await register.secret('known', 'token')).toBe('abcdefgh');
  });

  it('begins with the seed where an earlier release knew nobody', async () => {
    expect(await ids(await start(adopting()))).toEqual(['invented']);
  });

  it('comes once: what is known later is not taken over by itself', async () => {
    await start();
    expect(await ids(await start(adopting(aTarget({ id: 'known' }))))).toEqual(['invented']);
  });
});

describe('a later start', () => {
  const needing = (id: string): Partial<TargetDeclaration<null>> => ({
    lacks: async (register) => ((await register.has(id)) ? [] : [aTarget({ id })]),
  });

  it('adds what the release before did not know of, once', async () => {
    await start();
    expect(await ids(await start(needing('added')))).toEqual(['added', 'invented']);
    const again = await start(needing('added'));
    expect((await again.one('added'))?.version).toBe(1);
  });

  it('finds it also where it was retired since', async () => {
    const register = await start(needing('added'));
    await register.state('added', { is: 'retired', on: '2026-11-28' }, 1, '张三');
    const again = await start(needing('added'));
    expect((await again.one('added'))?.state.is).toBe('retired');
  });

  it('says what is wrong with it: that is the channel’s own fault', async () => {
    const wrong = { lacks: () => Promise.resolve([aTarget({ id: 'a', kind: 'nothing' })]) };
    await expect(start(wrong)).rejects.toThrow('The added targets of led are wrong');
  });
});

describe('a secret that its channel knows to be wrong', () => {
  it('is not kept, and what is wrong is said without it', async () => {
    const [strip] = kinds;
    const token = {
      name: 'token',
      title: '播放口令',
      required: false,
      fault: (value: string) => (/^\d{6}$/.test(value) ? null : '应是 6 位数字'),
    };
    const register = await start({ kinds: [{ ...strip, secrets: [token] }] });
    const write = (value: string) =>
      register.write([aRow({ id: 'a' }, { secrets: { token: value } })], true, '张三');
    const refused = await write('not-a-number');
    expect(refused).toMatchObject({
      answer: 'refused',
      problems: [{ field: 'secrets.token', message: '“播放口令”不对：应是 6 位数字' }],
    });
    expect(JSON.stringify(refused)).not.toContain('not-a-number');
    expect(await ids(register)).toEqual(['invented']);
    expect((await write('123456')).answer).toBe('written');
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore, type Collection, type Doc, type Store } from '@towncrier/storage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetChanges } from './target.documents.ts';
import { aRegister, aRow } from './testing/register.sample.ts';

/** A store of a process that is killed before its nth write from now. */
function dyingAfter(store: Store, writes: number): Store {
  let left = writes;
  const spend = (): void => {
    left -= 1;
    if (left < 0) throw new Error('killed');
  };
  const dying = <T extends Doc>(of: Collection<T>): Collection<T> => ({
    get: (id) => of.get(id),
    find: (where, options) => of.find(where, options),
    count: (where) => of.count(where),
    claim: (where, lease) => of.claim(where, lease),
    insert: async (doc) => (spend(), of.insert(doc)),
    replace: async (doc, expected) => (spend(), of.replace(doc, expected)),
    change: async (id, decide, seen) => (spend(), of.change(id, decide, seen)),
    delete: async (id) => (spend(), of.delete(id)),
  });
  return {
    kind: store.kind,
    collection: async (spec) => dying(await store.collection(spec)),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}

async function withStore<T>(work: (at: { store: Store; folder: string }) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'towncrier-register-'));
  const store = await openSqliteStore(join(folder, 'store'));
  try {
    return await work({ store, folder });
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const titles = async (register: Awaited<ReturnType<typeof aRegister>>): Promise<readonly string[]> =>
  (await register.list({}, undefined, 500)).items.map(({ title }) => title);

describe('a write that is killed', () => {
  it('is there wholly or not at all after a restart, wherever it was killed', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.nat(14), (writes) =>
        withStore(async (at) => {
          const before = await aRegister(at);
          await before.write([aRow({ id: 'a', title: '旧' }), aRow({ id: 'b', title: '旧' })], true, '张三');
          const dying = await aRegister({ ...at, store: dyingAfter(at.store, writes) });
          const rows = [
            aRow({ id: 'a', title: '新' }, { expected: 1, secrets: { token: 'token-a' } }),
            aRow({ id: 'b', title: '新' }, { expected: 1 }),
            aRow({ id: 'c', title: '新' }),
          ];
          const told = await dying.write(rows, true, '李四').then(
            () => 'written',
            () => 'killed',
          );
          const after = await aRegister(at);
          const found = await titles(after);
          const changed = found.join() === '新,新,新';
          if (!changed) expect(found).toEqual(['旧', '旧']);
          if (told === 'written') expect(changed).toBe(true);
          expect(await after.secret('a', 'token')).toBe(changed ? 'token-a' : null);
          const trace = await (await at.store.collection(targetChanges)).find({});
          expect(trace.items).toHaveLength(changed ? 5 : 2);
          expect(trace.items.some(({ secrets }) => Object.keys(secrets ?? {}).length > 0)).toBe(false);
          seen.add(`${told} ${changed}`);
        }),
      ),
      { numRuns: 40 },
    );
    expect(seen, 'all three ends were tried').toEqual(
      new Set(['killed false', 'killed true', 'written true']),
    );
  });
});

describe('two people at once', () => {
  it('on one target: one of them is told, and only the other is written', async () => {
    await withStore(async (at) => {
      const register = await aRegister(at);
      await register.write([aRow({ id: 'a' }), aRow({ id: 'b' })], true, '张三');
      const change = (title: string, by: string): ReturnType<typeof register.write> =>
        register.write(
          [aRow({ id: 'a', title }, { expected: 1 }), aRow({ id: 'b', title }, { expected: 1 })],
          true,
          by,
        );
      const answers = await Promise.all([change('甲', '李四'), change('乙', '王五')]);
      expect(answers.map(({ answer }) => answer).sort()).toEqual(['refused', 'written']);
      expect(new Set(await titles(register)).size).toBe(1);
    });
  });

  it('in two processes: whoever comes second decides on what the first one wrote, and sees it', async () => {
    await withStore(async (at) => {
      const [one, other] = [await aRegister(at), await aRegister(at)];
      await one.write([aRow({ id: 'a' })], true, '张三');
      expect(await other.one('a')).toMatchObject({ version: 1 });
      const both = await Promise.all([
        one.write([aRow({ id: 'a', title: '甲' }, { expected: 1 }), aRow({ id: 'x' })], true, '李四'),
        other.write([aRow({ id: 'a', title: '乙' }, { expected: 1 }), aRow({ id: 'y' })], true, '王五'),
      ]);
      expect(both.map(({ answer }) => answer).sort()).toEqual(['refused', 'written']);
      expect(await titles(one)).toEqual(await titles(other));
      expect(await one.count()).toBe(2);
    });
  });
});

describe('a register whose first start was killed', () => {
  it('is filled by the next one, once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(6), (writes) =>
        withStore(async (at) => {
          const seed = [aRow({ id: 'a' }).target, aRow({ id: 'b' }).target];
          await aRegister({ ...at, store: dyingAfter(at.store, writes) }, seed).catch(() => null);
          const register = await aRegister(at, seed);
          const { items } = await register.list({}, undefined, 10);
          expect(items.map(({ id, version }) => [id, version])).toEqual([
            ['a', 1],
            ['b', 1],
          ]);
        }),
      ),
      { numRuns: 14 },
    );
  });
});

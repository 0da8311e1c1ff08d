import { describe, expect, it } from 'vitest';
import { minute, notice, type Empty } from './notice.sample.ts';

const lease = (token: string, from = 0) => ({ token, now: minute(from), until: minute(from + 10) });

export function describeLeases(empty: Empty): void {
  describe('claiming', () => {
    it('never gives one document to two of eight workers, and leaves none out', async () => {
      const notices = await empty();
      await Promise.all(
        Array.from({ length: 200 }, (_, i) => notices.insert(notice(`n${i}`, { dueAt: minute(i % 9) }))),
      );
      const work = async (worker: number): Promise<string[]> => {
        const mine: string[] = [];
        for (let n = 0; ; n += 1) {
          const claimed = await notices.claim(
            { state: 'open', dueAt: { lte: minute(60) } },
            { ...lease(`${worker}:${n}`), order: { dueAt: 'asc' } },
          );
          if (claimed === null) return mine;
          expect(claimed.lease).toEqual({ token: `${worker}:${n}`, until: minute(10) });
          mine.push(claimed._id);
        }
      };

      const claims = (await Promise.all(Array.from({ length: 8 }, (_, worker) => work(worker)))).flat();

      expect(claims).toHaveLength(200);
      expect(new Set(claims).size).toBe(200);
    });

    it('returns the document with its lease, and the version goes up', async () => {
      const notices = await empty();
      await notices.insert(notice('a', { words: '𬭎' }));

      const claimed = await notices.claim({ state: 'open' }, lease('one'));

      expect(claimed).toEqual({
        ...notice('a', { words: '𬭎' }),
        version: 2,
        lease: { token: 'one', until: minute(10) },
      });
      expect(await notices.get('a')).toEqual(claimed);
    });

    it('leaves a held document alone until its lease is over, then fences its holder off', async () => {
      const notices = await empty();
      await notices.insert(notice('a'));
      const first = await notices.claim({ _id: 'a' }, lease('first'));

      expect(await notices.claim({ _id: 'a' }, lease('second', 9))).toBeNull();
      expect(await notices.claim({ _id: 'a' }, lease('second', 10))).toBeNull();
      const second = await notices.claim({ _id: 'a' }, lease('second', 11));

      expect(second?.lease.token).toBe('second');
      expect(await notices.replace({ ...notice('a', { words: 'too late' }) }, first?.version ?? 0)).toBe(
        false,
      );
      expect(await notices.replace({ ...notice('a', { words: 'in time' }) }, second?.version ?? 0)).toBe(
        true,
      );
    });

    it('gives a document away again once its holder has put the lease down', async () => {
      const notices = await empty();
      await notices.insert(notice('null', { lease: null }));
      const held = await notices.claim({}, lease('one'));
      await notices.replace(notice('null'), held?.version ?? 0);

      expect(await notices.claim({}, lease('two', 1))).toMatchObject({
        _id: 'null',
        version: 4,
        lease: { token: 'two' },
      });
    });

    it('takes the first in the order asked for', async () => {
      const notices = await empty();
      await Promise.all(
        [
          notice('a', { dueAt: minute(3) }),
          notice('b', { dueAt: minute(1) }),
          notice('c', { dueAt: minute(2) }),
        ].map((doc) => notices.insert(doc)),
      );
      const inOrder = async (token: string) =>
        (await notices.claim({ dueAt: { gt: '' } }, { ...lease(token), order: { dueAt: 'asc' } }))?._id;

      expect([await inOrder('1'), await inOrder('2'), await inOrder('3'), await inOrder('4')]).toEqual([
        'b',
        'c',
        'a',
        undefined,
      ]);
    });

    it('finds nothing where nothing matches', async () => {
      const notices = await empty();
      await notices.insert(notice('a', { state: 'done' }));

      expect(await notices.claim({ state: 'open' }, lease('one'))).toBeNull();
      expect((await notices.get('a'))?.version).toBe(1);
    });
  });
}

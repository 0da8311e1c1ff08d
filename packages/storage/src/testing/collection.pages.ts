import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Collection, FindOptions, Order, Where } from '../collection.ts';
import { ids, minute, notice, type Sample, type Empty } from './notice.sample.ts';

async function pagesOf(notices: Collection<Sample>, where: Where, options: FindOptions): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const page = await notices.find(where, { ...options, ...(after === undefined ? {} : { after }) });
    pages.push(ids(page.items));
    after = page.cursor;
  } while (after !== undefined);
  return pages;
}

const manyNotices = (n: number): ReturnType<typeof notice>[] =>
  Array.from({ length: n }, (_, i) =>
    notice(`n${String(i).padStart(4, '0')}`, {
      rank: i % 4 === 0 ? null : i % 7,
      dueAt: i % 5 === 0 ? null : minute(i % 11),
      urgent: i % 3 === 0,
    }),
  );

export function describePages(empty: Empty): void {
  describe('paging', () => {
    it('shows everything once, whatever the order, its directions and the size of a page', async () => {
      const notices = await empty();
      await Promise.all(manyNotices(60).map((doc) => notices.insert(doc)));
      const direction = fc.constantFrom('asc' as const, 'desc' as const);
      const order: fc.Arbitrary<Order> = fc.dictionary(
        fc.constantFrom('rank', 'dueAt', 'urgent', '_id'),
        direction,
        { noNullPrototype: true },
      );
      const where: fc.Arbitrary<Where> = fc.constantFrom<Where>(
        {},
        { state: 'open' },
        { dueAt: { gt: '' } },
        { urgent: false },
        { rank: { in: [null, 1, 2] } },
      );

      await fc.assert(
        fc.asyncProperty(order, where, fc.integer({ min: 1, max: 25 }), async (by, question, limit) => {
          const whole = ids((await notices.find(question, { order: by, limit: 1000 })).items);
          const pages = await pagesOf(notices, question, { order: by, limit });

          expect(pages.flat()).toEqual(whole);
          expect(new Set(whole).size).toBe(await notices.count(question));
          expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
        }),
        { numRuns: 40 },
      );
    });

    it('gives no cursor with the last page, even a full one', async () => {
      const notices = await empty();
      await Promise.all(manyNotices(6).map((doc) => notices.insert(doc)));

      expect((await pagesOf(notices, {}, { limit: 3 })).map((page) => page.length)).toEqual([3, 3]);
      expect(await notices.find({ state: 'never' })).toEqual({ items: [] });
    });

    it('goes on where it was when the last document shown is deleted and others are written meanwhile', async () => {
      const notices = await empty();
      await Promise.all(manyNotices(6).map((doc) => notices.insert(doc)));
      const first = await notices.find({}, { limit: 3 });

      await notices.delete('n0002');
      await notices.insert(notice('n0001x'));
      await notices.insert(notice('n0003x'));

      const rest = await notices.find({}, { limit: 10, after: first.cursor ?? '' });
      expect(ids(rest.items)).toEqual(['n0003', 'n0003x', 'n0004', 'n0005']);
    });

    it('shows 100 at a time unless told, never more than 1000 nor fewer than one', async () => {
      const notices = await empty();
      await Promise.all(manyNotices(1001).map((doc) => notices.insert(doc)));

      expect((await notices.find({})).items).toHaveLength(100);
      expect((await notices.find({}, { limit: 5000 })).items).toHaveLength(1000);
      expect((await notices.find({}, { limit: 0 })).items).toHaveLength(1);
    });
  });
}

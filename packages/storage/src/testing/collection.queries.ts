import { describe, expect, it } from 'vitest';
import type { Order, Where } from '../collection.ts';
import { ids, minute, notice, type Empty } from './notice.sample.ts';

const stored = [
  notice('a', { state: 'open', rank: 1, dueAt: minute(10), place: { county: '灵山县', town: '三海' } }),
  notice('b', {
    state: 'open',
    rank: 2.5,
    dueAt: minute(20),
    place: { county: '灵山县', town: null },
    urgent: true,
  }),
  notice('c', { state: 'done', rank: -3, dueAt: null, place: { county: '灵山县' }, words: '通知' }),
  notice('d', { state: 'open', rank: null, dueAt: minute(30), place: { county: '浦北县', town: '小江' } }),
  notice('e', { state: 'gone', dueAt: minute(20), urgent: true, words: '𠀀' }),
];

const questions: readonly (readonly [string, Where, string])[] = [
  ['everything', {}, 'abcde'],
  ['an equal text', { state: 'open' }, 'abd'],
  ['an equal number', { rank: 2.5 }, 'b'],
  ['an equal truth', { urgent: true }, 'be'],
  ['an equal untruth', { urgent: false }, 'acd'],
  ['an id', { _id: 'c' }, 'c'],
  ['ids in a range', { _id: { gte: 'b', lt: 'd' } }, 'bc'],
  ['null or absent', { rank: null }, 'de'],
  ['null in a text', { dueAt: null }, 'c'],
  ['a nested path', { 'place.county': '灵山县' }, 'abc'],
  ['a nested null, absent field or absent parent', { 'place.town': null }, 'bce'],
  ['one of a list', { state: { in: ['done', 'gone', 'never'] } }, 'ce'],
  ['one of an empty list', { state: { in: [] } }, ''],
  ['one of a list with null', { 'place.town': { in: ['小江', null] } }, 'bcde'],
  ['nothing but null in a list', { rank: { in: [null] } }, 'de'],
  ['less than a number', { rank: { lt: 1 } }, 'c'],
  ['at most a number', { rank: { lte: 1 } }, 'ac'],
  ['more than a number', { rank: { gt: 1 } }, 'b'],
  ['at least a number', { rank: { gte: 1 } }, 'ab'],
  ['before an instant, never null', { dueAt: { lt: minute(20) } }, 'a'],
  ['until an instant, never null', { dueAt: { lte: minute(20) } }, 'abe'],
  ['any text at all', { dueAt: { gt: '' } }, 'abde'],
  ['between two bounds', { dueAt: { gt: minute(10), lte: minute(30) } }, 'bde'],
  ['a list within bounds', { rank: { in: [1, 2.5, -3], gt: 0 } }, 'ab'],
  ['several conditions at once', { state: 'open', dueAt: { lte: minute(20) } }, 'ab'],
  ['less than null', { rank: { lt: null } }, ''],
  ['at most null', { rank: { lte: null } }, ''],
  ['more than null', { rank: { gt: null } }, ''],
  ['at least null', { rank: { gte: null } }, ''],
  ['an astral character', { words: '𠀀' }, 'e'],
  ['text behind the basic plane', { words: { gt: '\uffee' } }, 'e'],
];

const orders: readonly (readonly [string, Order, string])[] = [
  ['by id without being told', {}, 'abcde'],
  ['by id, last first', { _id: 'desc' }, 'edcba'],
  ['by number, null and absent first, ties by id', { rank: 'asc' }, 'decab'],
  ['by number downwards, null and absent last', { rank: 'desc' }, 'baced'],
  ['by instant, ties by id', { dueAt: 'asc' }, 'cabed'],
  ['by instant downwards, ties by id downwards', { dueAt: 'desc' }, 'debac'],
  ['by two paths in two directions', { urgent: 'desc', rank: 'asc' }, 'ebdca'],
  ['by path and id in two directions', { dueAt: 'asc', _id: 'desc' }, 'caebd'],
];

export function describeQueries(empty: Empty): void {
  describe('finding', () => {
    it.each(questions)('%s', async (_what, where, expected) => {
      const notices = await empty();
      await Promise.all(stored.map((doc) => notices.insert(doc)));

      expect(ids((await notices.find(where)).items).join('')).toBe(expected);
      expect(await notices.count(where)).toBe(expected.length);
    });

    it.each(orders)('orders %s', async (_what, order, expected) => {
      const notices = await empty();
      await Promise.all(stored.map((doc) => notices.insert(doc)));

      expect(ids((await notices.find({}, { order })).items).join('')).toBe(expected);
    });

    it('orders text by code point, not by UTF-16 unit', async () => {
      const notices = await empty();
      await Promise.all(
        [notice('1', { words: '𠀀' }), notice('2', { words: '\uffee' }), notice('3', { words: '一' })].map(
          (doc) => notices.insert(doc),
        ),
      );

      expect(ids((await notices.find({}, { order: { words: 'asc' } })).items)).toEqual(['3', '2', '1']);
    });

    it('finds a document by its newest values only', async () => {
      const notices = await empty();
      await notices.insert(notice('a', { state: 'open' }));
      await notices.replace(notice('a', { state: 'done' }), 1);

      expect(await notices.count({ state: 'open' })).toBe(0);
      expect((await notices.find({ state: 'done' })).items).toEqual([
        { ...notice('a', { state: 'done' }), version: 2 },
      ]);
    });
  });
}

import { describe, expect, it } from 'vitest';
import type { Collection } from '../collection.ts';
import { ids, minute, notice, type Empty, type Sample } from './notice.sample.ts';

const stored = [
  notice('a', { state: 'open', dueAt: minute(1), text: '关于 停水 的 通知 水务局' }),
  notice('b', { state: 'open', dueAt: minute(2), text: '关于 停电 的 通知 供电局' }),
  notice('c', { state: 'done', dueAt: minute(3), text: '停水 结束 Water 云政发〔2026〕8号' }),
  notice('d', { state: 'open', dueAt: minute(4) }),
];

export function describeText(empty: Empty): void {
  describe('searching words', () => {
    const filled = async (): Promise<Collection<Sample>> => {
      const notices = await empty();
      await Promise.all(stored.map((doc) => notices.insert(doc)));
      return notices;
    };
    const found = async (
      notices: Collection<Sample>,
      words: readonly string[],
      where = {},
    ): Promise<string> =>
      ids((await notices.find(where, { words, order: { dueAt: 'desc' } })).items).join('');

    it('finds what holds every word, in the order asked for', async () => {
      const notices = await filled();

      expect(await found(notices, ['停水'])).toBe('ca');
      expect(await found(notices, ['停水', '通知'])).toBe('a');
      expect(await found(notices, ['停水', '停电'])).toBe('');
      expect(await found(notices, ['停水'], { state: 'open' })).toBe('a');
      expect(await found(notices, ['water'])).toBe('c');
      expect(await found(notices, [])).toBe('dcba');
    });

    it('takes words with marks in them as they are written', async () => {
      const notices = await filled();

      expect(await found(notices, ['云政发〔2026〕8号'])).toBe('c');
      expect(await found(notices, ['"停水', 'OR'])).toBe('');
      expect(await found(notices, ['停水"'])).toBe('ca');
    });

    it('follows every change, and pages', async () => {
      const notices = await filled();
      await notices.replace(notice('b', { dueAt: minute(2), text: '恢复 供水 停水' }), 1);
      await notices.delete('a');

      const first = await notices.find({}, { words: ['停水'], order: { dueAt: 'asc' }, limit: 1 });
      const second = await notices.find(
        {},
        {
          words: ['停水'],
          order: { dueAt: 'asc' },
          limit: 1,
          ...(first.cursor === undefined ? {} : { after: first.cursor }),
        },
      );

      expect([ids(first.items), ids(second.items), second.cursor]).toEqual([['b'], ['c'], undefined]);
      expect(await found(notices, ['停电'])).toBe('');
    });
  });
}

import { describe, expect, it } from 'vitest';
import { notice, type Empty } from './notice.sample.ts';

const numbers = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

export function describeChanges(empty: Empty): void {
  describe('changing', () => {
    it('stores what was decided on the stored document, and answers it', async () => {
      const notices = await empty();
      await notices.insert(notice('a', { count: 3 }));

      const changed = await notices.change('a', (doc) =>
        doc === null ? null : { ...doc, count: (doc.count ?? 0) + 1 },
      );

      expect(changed).toEqual({ outcome: 'stored', doc: { ...notice('a', { count: 4 }), version: 2 } });
      expect(await notices.get('a')).toEqual(changed.doc);
    });

    it('inserts where nothing stands yet', async () => {
      const notices = await empty();

      const changed = await notices.change('a', (doc) => (doc === null ? notice('a') : null));

      expect(changed).toEqual({ outcome: 'stored', doc: { ...notice('a'), version: 1 } });
      expect(await notices.get('a')).toEqual(changed.doc);
    });

    it('leaves a document alone where that is the decision, and one that is not there', async () => {
      const notices = await empty();
      await notices.insert(notice('a'));

      expect(await notices.change('a', () => null)).toEqual({
        outcome: 'left',
        doc: { ...notice('a'), version: 1 },
      });
      expect(await notices.change('b', () => null)).toEqual({ outcome: 'left', doc: null });
    });

    it('throws what the decision throws, and writes nothing', async () => {
      const notices = await empty();
      await notices.insert(notice('a'));
      const refuse = (): never => {
        throw new RangeError('not in this state');
      };

      await expect(notices.change('a', refuse)).rejects.toThrow(RangeError);

      expect((await notices.get('a'))?.version).toBe(1);
    });

    it('begins with a document that was read before, and reads it again only when that one has passed', async () => {
      const notices = await empty();
      await notices.insert(notice('a', { words: 'first' }));
      const seen = await notices.get('a');
      await notices.replace(notice('a', { words: 'second' }), 1);
      const looked: (string | undefined)[] = [];

      await notices.change(
        'a',
        (doc) => {
          looked.push(doc?.words);
          return { ...notice('a'), words: `${doc?.words}, then third` };
        },
        seen ?? undefined,
      );

      expect(looked).toEqual(['first', 'second']);
      expect(await notices.get('a')).toMatchObject({ words: 'second, then third', version: 3 });
    });

    it('loses nothing among eight writers, the first of whom inserts', async () => {
      const notices = await empty();

      await Promise.all(
        numbers(8).map(async () => {
          for (let i = 0; i < 10; i += 1)
            await notices.change('counter', (doc) => ({
              ...(doc ?? notice('counter')),
              count: (doc?.count ?? 0) + 1,
            }));
        }),
      );

      expect(await notices.get('counter')).toMatchObject({ count: 80, version: 80 });
    });

    it('waits for a decision that takes its time, and decides again on what came meanwhile', async () => {
      const notices = await empty();
      await notices.insert(notice('a', { words: 'first' }));
      let asked = 0;

      await notices.change('a', async (doc) => {
        asked += 1;
        if (asked === 1) await notices.replace(notice('a', { words: 'meanwhile' }), 1);
        return { ...notice('a'), words: `${doc?.words}!` };
      });

      expect(asked).toBe(2);
      expect((await notices.get('a'))?.words).toBe('meanwhile!');
    });
  });
}

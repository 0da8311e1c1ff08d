import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../collection.ts';
import { notice, sampleSpec, type Empty } from './notice.sample.ts';

const numbers = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

export function describeWrites(empty: Empty, store: () => Store): void {
  describe('writing', () => {
    it('gives back what was inserted, as version 1', async () => {
      const notices = await empty();

      expect(await notices.insert(notice('a', { place: { county: '灵山县', town: '三海' } }))).toBe(true);

      expect(await notices.get('a')).toEqual({
        ...notice('a', { place: { county: '灵山县', town: '三海' } }),
        version: 1,
      });
      expect(await notices.get('b')).toBeNull();
    });

    it('refuses an id that is there and leaves the stored document alone', async () => {
      const notices = await empty();
      await notices.insert(notice('a', { words: 'first' }));

      expect(await notices.insert(notice('a', { words: 'second' }))).toBe(false);

      expect(await notices.get('a')).toMatchObject({ words: 'first', version: 1 });
    });

    it('lets exactly one of many simultaneous inserts of an id win', async () => {
      const notices = await empty();

      const won = await Promise.all(numbers(20).map((n) => notices.insert(notice('a', { rank: n }))));

      expect(won.filter(Boolean)).toHaveLength(1);
      expect((await notices.get('a'))?.rank).toBe(won.indexOf(true));
    });

    it('raises the version with every replacement, and replaces the whole document', async () => {
      const notices = await empty();
      await notices.insert(notice('a', { rank: 7 }));

      expect(await notices.replace(notice('a', { words: 'two' }), 1)).toBe(true);
      expect(await notices.replace(notice('a', { words: 'three' }), 2)).toBe(true);

      expect(await notices.get('a')).toEqual({ ...notice('a', { words: 'three' }), version: 3 });
    });

    it('refuses to replace a version that has passed, is yet to come, or a document that is gone', async () => {
      const notices = await empty();
      await notices.insert(notice('a'));
      await notices.replace(notice('a', { words: 'newest' }), 1);

      expect(await notices.replace(notice('a', { words: 'stale' }), 1)).toBe(false);
      expect(await notices.replace(notice('a', { words: 'early' }), 3)).toBe(false);
      expect(await notices.replace(notice('gone'), 1)).toBe(false);

      expect(await notices.get('a')).toMatchObject({ words: 'newest', version: 2 });
      expect(await notices.get('gone')).toBeNull();
    });

    it('loses no increment among eight writers that compare and set', async () => {
      const notices = await empty();
      await notices.insert(notice('counter', { count: 0 }));
      const increment = async (): Promise<void> => {
        for (;;) {
          const found = await notices.get('counter');
          if (
            found !== null &&
            (await notices.replace({ ...found, count: (found.count ?? 0) + 1 }, found.version))
          )
            return;
        }
      };

      await Promise.all(
        numbers(8).map(async () => {
          for (let i = 0; i < 10; i += 1) await increment();
        }),
      );

      expect(await notices.get('counter')).toMatchObject({ count: 80, version: 81 });
    });

    it('deletes once, and the id is free again', async () => {
      const notices = await empty();
      await notices.insert(notice('a'));
      await notices.replace(notice('a'), 1);

      expect(await notices.delete('a')).toBe(true);
      expect(await notices.delete('a')).toBe(false);

      expect(await notices.get('a')).toBeNull();
      expect(await notices.insert(notice('a'))).toBe(true);
      expect((await notices.get('a'))?.version).toBe(1);
    });

    it('keeps Chinese, astral and awkward characters, in ids too', async () => {
      const notices = await empty();
      const words = '关于𠮷野家、𬭎镇停水的通知 👨‍👩‍👧 “引号” \'"\\ %_ $.a \n\t \u2028 é é';
      await notices.insert(notice('公告:𠀀/$.x\'"', { words }));

      expect((await notices.get('公告:𠀀/$.x\'"'))?.words).toBe(words);
      expect((await notices.find({ words })).items).toHaveLength(1);
      expect((await notices.find({ _id: '公告:𠀀/$.x\'"' })).items).toHaveLength(1);
    });

    it('keeps null apart from absent, and leaves out what is undefined', async () => {
      const notices = await empty();
      const anything = {
        nothing: null,
        deep: [{ list: [1, 2.5, -3e-7, true, [null]] }],
        empty: {},
        none: [],
      };
      await notices.insert({ ...notice('a', { anything, rank: null }), ...({ lease: undefined } as object) });

      const found = await notices.get('a');
      expect(found).toEqual({ ...notice('a', { anything, rank: null }), version: 1 });
      expect(Object.keys(found ?? {})).not.toContain('lease');
    });

    it('keeps any document made of JSON', async () => {
      const notices = await empty();
      const key = fc.string({ minLength: 1, unit: 'grapheme' }).filter((k) => !/^\$|\.|^__proto__$/.test(k));
      const { json } = fc.letrec<{ json: fc.JsonValue }>((tie) => ({
        json: fc.oneof(
          { maxDepth: 3 },
          fc.constant(null),
          fc.boolean(),
          fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
          fc.string({ unit: 'grapheme' }),
          fc.array(tie('json'), { maxLength: 4 }),
          fc.dictionary(key, tie('json'), { maxKeys: 4, noNullPrototype: true }),
        ) as fc.Arbitrary<fc.JsonValue>,
      }));

      await fc.assert(
        fc.asyncProperty(json, async (value) => {
          const id = randomUUID();
          const anything = JSON.parse(JSON.stringify(value)) as null;
          await notices.insert(notice(id, { anything }));
          expect((await notices.get(id))?.anything).toEqual(anything);
        }),
        { numRuns: 60 },
      );
    });

    it('keeps the collections of one store apart, and opens one asked for twice at once', async () => {
      const name = `t${randomUUID()}`;
      const [one, same, other] = await Promise.all([
        store().collection(sampleSpec(name)),
        store().collection(sampleSpec(name)),
        empty(),
      ]);
      await one.insert(notice('a'));

      expect(await same.get('a')).not.toBeNull();
      expect(await other.get('a')).toBeNull();
    });

    it('answers a ping while it can be written', async () => {
      await expect(store().ping()).resolves.toBeUndefined();
    });
  });
}

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Fresh, Store, Where } from '../collection.ts';
import { InvalidCursor, InvalidDocument, UndeclaredIndex } from '../errors.ts';
import { minute, notice, sampleSpec, type Sample, type Empty } from './notice.sample.ts';

/** What a caller without types might hand in. */
const untyped = (fields: object): Fresh<Sample> => ({ ...notice('a'), ...fields }) as Fresh<Sample>;

export function describeRefusals(empty: Empty, store: () => Store): void {
  describe('refusing', () => {
    it('names every field of a document that does not fit, and stores nothing', async () => {
      const notices = await empty();

      const refused = notices.insert(untyped({ urgent: 'yes', place: { county: 7 } }));

      await expect(refused).rejects.toThrow(InvalidDocument);
      await expect(refused).rejects.toThrow(/"a".*urgent.*place\.county/);
      expect(await notices.get('a')).toBeNull();
    });

    it.each([
      ['on top', { gate: 3 }, 'gate'],
      ['in a part', { place: { county: '开远市', gate: 3 } }, 'place.gate'],
    ])('names a field %s that the schema does not know, and drops nothing', async (_where, more, path) => {
      const notices = await empty();

      await expect(notices.insert(untyped(more))).rejects.toThrow(`${path}: the schema does not name it`);

      expect(await notices.get('a')).toBeNull();
    });

    it('does not replace by a document that does not fit', async () => {
      const notices = await empty();
      await notices.insert(notice('a', { words: 'good' }));

      await expect(notices.replace(untyped({ words: null }), 1)).rejects.toThrow(/words/);

      expect(await notices.get('a')).toMatchObject({ words: 'good', version: 1 });
    });

    it.each([[7], [null], ['\ud800half a pair']])('refuses %j as an id', async (_id) => {
      const notices = await empty();

      await expect(notices.insert(untyped({ _id }))).rejects.toThrow(/_id/);
    });

    it('searches no collection that has no text', async () => {
      const { text: _text, ...bare } = sampleSpec(`t${randomUUID()}`);
      const notices = await store().collection(bare);

      await expect(notices.find({}, { words: ['停水'] })).rejects.toThrow(UndeclaredIndex);
    });

    it('never lets a document that fails take its neighbours with it', async () => {
      const notices = await empty();
      await notices.insert(notice('there'));

      const results = await Promise.allSettled([
        notices.insert(notice('a')),
        notices.insert(untyped({ _id: 'bad', urgent: 1 })),
        notices.insert(notice('there')),
        notices.replace(notice('there'), 9),
        notices.insert(notice('b')),
      ]);

      expect(results.map((r) => (r.status === 'fulfilled' ? r.value : r.reason.name))).toEqual([
        true,
        'InvalidDocument',
        false,
        false,
        true,
      ]);
      expect(await notices.count({ _id: { in: ['a', 'b', 'bad', 'there'] } })).toBe(3);
    });

    const hidden: Where = { anything: 'x' };
    it.each([
      ['find', async (open: Empty) => (await open()).find(hidden)],
      ['order', async (open: Empty) => (await open()).find({}, { order: { anything: 'asc' } })],
      ['count', async (open: Empty) => (await open()).count(hidden)],
      [
        'claim',
        async (open: Empty) => (await open()).claim(hidden, { token: 't', now: minute(0), until: minute(1) }),
      ],
      [
        'claim in an order',
        async (open: Empty) =>
          (await open()).claim(
            {},
            { token: 't', now: minute(0), until: minute(1), order: { anything: 'asc' } },
          ),
      ],
    ])('refuses to %s by a path without an index, naming it and the remedy', async (_what, ask) => {
      const refused = ask(empty);

      await expect(refused).rejects.toThrow(UndeclaredIndex);
      await expect(refused).rejects.toThrow(
        /t[0-9a-f-]{36} has no index over "anything"; add \["anything"\] to the indexes/,
      );
    });

    it.each([
      ['no base64'],
      [''],
      [Buffer.from('{"a":1}').toString('base64url')],
      [Buffer.from('["a"]').toString('base64url')],
      [Buffer.from('[{"$ne":1},"a"]').toString('base64url')],
    ])('refuses the cursor %j', async (after) => {
      const notices = await empty();

      await expect(notices.find({}, { order: { rank: 'asc' }, after })).rejects.toThrow(InvalidCursor);
    });

    it('refuses names and paths that the two kinds of store would read differently', async () => {
      await expect(store().collection(sampleSpec('a"b'))).rejects.toThrow(/"a"b" cannot name a collection/);
      await expect(store().collection({ ...sampleSpec('fine'), indexes: [['list.0']] })).rejects.toThrow(
        /"list.0" cannot be indexed/,
      );
    });
  });
}

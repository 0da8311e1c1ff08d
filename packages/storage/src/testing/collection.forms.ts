import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CollectionSpec, Doc, Migration, Plain, Store } from '../collection.ts';
import { InvalidDocument, MigrationFailed, NewerData } from '../errors.ts';
import type { Survey } from '../survey.finding.ts';

/** A store that can be closed, opened again and looked at from outside. */
export interface Reopening {
  readonly open: () => Promise<Store>;
  readonly survey: (specs: readonly CollectionSpec<Doc>[]) => Promise<readonly Survey[]>;
}

const base = { _id: z.string(), version: z.int() };
const first = z.object({ ...base, street: z.string(), hours: z.string() });
const second = z.object({ ...base, place: z.object({ street: z.string() }), hours: z.string() });
const third = z.object({ ...second.shape, hours: z.object({ from: z.int(), to: z.int() }) });

/** 1 → 2: the street moves into the place. */
const intoPlace: Migration = ({ street, ...doc }) => ({ ...doc, place: { street } });
/** 2 → 3: “8-18” becomes two numbers; anything else has no hours. */
const apart: Migration = (doc) => {
  const [from, to] = String(doc['hours']).split('-').map(Number);
  if (!Number.isInteger(from) || !Number.isInteger(to))
    throw new Error(`“${String(doc['hours'])}” are no hours`);
  return { ...doc, hours: { from, to } };
};

const one = (name: string): CollectionSpec<z.infer<typeof first>> => ({
  name,
  schema: first,
  schemaVersion: 1,
  indexes: [['street']],
});
const three = (name: string, migrations = [intoPlace, apart]): CollectionSpec<z.infer<typeof third>> => ({
  name,
  schema: third,
  schemaVersion: 3,
  migrations,
  indexes: [['place.street']],
});

const old = (n: number, hours = '8-18') => ({
  _id: `n${String(n).padStart(4, '0')}`,
  street: `第 ${n} 街`,
  hours,
});
const many = 1200;

/** What every store promises about data that an earlier or a later release wrote. */
export function describeForms(name: string, { open, survey }: Reopening): void {
  describe(`${name} and the forms of its documents`, () => {
    let opened: Store[] = [];
    const fresh = async (): Promise<Store> => {
      const store = await open();
      opened.push(store);
      return store;
    };
    const close = async (): Promise<void> => {
      await Promise.all(opened.map((store) => store.close()));
      opened = [];
    };
    afterEach(close);
    const collectionName = (): string => `f${randomUUID()}`;
    /** A collection as an earlier release left it. */
    const filled = async (docs: readonly ReturnType<typeof old>[]): Promise<string> => {
      const of = collectionName();
      const collection = await (await fresh()).collection(one(of));
      await Promise.all(docs.map((doc) => collection.insert(doc)));
      await close();
      return of;
    };

    it('brings documents of the first form up to the third, and keeps their versions', async () => {
      const of = await filled([old(1), old(2, '9-20')]);
      const before = await (await fresh()).collection(one(of));
      await before.replace(old(2, '9-20'), 1);
      await close();

      const notices = await (await fresh()).collection(three(of));

      expect((await notices.find({})).items).toEqual([
        { _id: 'n0001', version: 1, place: { street: '第 1 街' }, hours: { from: 8, to: 18 } },
        { _id: 'n0002', version: 2, place: { street: '第 2 街' }, hours: { from: 9, to: 20 } },
      ]);
      expect(await notices.count({ 'place.street': '第 2 街' })).toBe(1);
    });

    it('brings each document up once, however often the collection is opened', async () => {
      const of = await filled([old(1)]);
      const asked: string[] = [];
      const counting: Migration = (doc) => {
        asked.push(String(doc['_id']));
        return intoPlace(doc);
      };
      for (let turn = 0; turn < 3; turn += 1) {
        await (await fresh()).collection(three(of, [counting, apart]));
        await close();
      }

      expect(asked).toEqual(['n0001']);
    });

    it('goes on where it was interrupted: nothing is brought up twice, nothing is forgotten', async () => {
      const of = await filled(Array.from({ length: many }, (_, n) => old(n)));
      let calls = 0;
      const dying: Migration = (doc) => {
        calls += 1;
        if (calls > many - 100) throw new Error('killed');
        return intoPlace(doc);
      };
      await expect((await fresh()).collection(three(of, [dying, apart]))).rejects.toThrow(MigrationFailed);
      await close();

      // A document that was moved has no street any more, so a second move would lose it.
      const notices = await (await fresh()).collection(three(of));

      expect(await notices.count({ 'place.street': { gt: '' } })).toBe(many);
    });

    it('does not give a collection that is half way to a release that knows only where it came from', async () => {
      const of = await filled(Array.from({ length: many }, (_, n) => old(n, n === many - 1 ? '?' : '8-18')));
      await expect((await fresh()).collection(three(of))).rejects.toThrow(/"n1199" cannot be brought/);
      await close();

      await expect((await fresh()).collection(one(of))).rejects.toThrow(NewerData);
    });

    it('names the document that cannot be brought up, and why, and is mended by a better migration', async () => {
      const of = await filled([old(1), old(2, '全天')]);

      await expect((await fresh()).collection(three(of))).rejects.toThrow(
        new RegExp(`${of} "n0002" cannot be brought from version 2 to 3: “全天” are no hours`),
      );
      await close();

      const allDay: Migration = (doc) =>
        doc['hours'] === '全天' ? { ...doc, hours: { from: 0, to: 24 } } : apart(doc);
      const notices = await (await fresh()).collection(three(of, [intoPlace, allDay]));
      expect((await notices.get('n0002'))?.hours).toEqual({ from: 0, to: 24 });
    });

    it('refuses a migrated document that does not fit the schema, or has more than it names', async () => {
      const of = await filled([old(1)]);
      const more: Migration = (doc) => ({ ...apart(doc), leftOver: true });

      await expect((await fresh()).collection(three(of, [intoPlace, more]))).rejects.toThrow(
        /leftOver: the schema does not name it/,
      );
    });

    it('refuses data of a later release in words, and leaves them alone', async () => {
      const of = await filled([old(1)]);
      await (await fresh()).collection(three(of));
      await close();

      await expect((await fresh()).collection(one(of))).rejects.toThrow(
        /holds documents of version 3; this release knows them up to version 1\. Start the later release/,
      );
      await close();

      expect((await (await (await fresh()).collection(three(of))).get('n0001'))?.hours).toEqual({
        from: 8,
        to: 18,
      });
    });

    it('begins an empty collection with today’s form', async () => {
      const of = collectionName();
      const notices = await (await fresh()).collection(three(of));
      await notices.insert({ _id: 'a', place: { street: '灵泉东路' }, hours: { from: 8, to: 18 } });
      await close();

      expect((await (await (await fresh()).collection(three(of))).get('a'))?.place.street).toBe('灵泉东路');
    });

    it('asks for one migration between each two forms', async () => {
      await expect((await fresh()).collection(three(collectionName(), [intoPlace]))).rejects.toThrow(
        /schemaVersion 3 needs 2 migrations, one from each form to the next; it has 1/,
      );
    });

    describe('looked at beforehand', () => {
      it('tells what an opening would do and what stands in its way, and changes nothing', async () => {
        const of = await filled([old(1), old(2, '全天'), old(3)]);
        const look = (): Promise<readonly Survey[]> => survey([three(of), three(`${of}x`), one(of)]);

        const found = await look();

        expect(found).toEqual([
          {
            collection: of,
            documents: 3,
            held: 1,
            wanted: 3,
            faults: [expect.stringMatching(/"n0002" cannot be brought from version 1 to 3: “全天”/)],
          },
          { collection: `${of}x`, documents: 0, held: 3, wanted: 3, faults: [] },
          { collection: of, documents: 3, held: 1, wanted: 1, faults: [] },
        ]);
        expect(await look()).toEqual(found);
        expect((await (await (await fresh()).collection(one(of))).get('n0001'))?.street).toBe('第 1 街');
      });

      it('knows which documents of a migration that was interrupted are done', async () => {
        const of = await filled(
          Array.from({ length: many }, (_, n) => old(n, n === many - 1 ? '?' : '8-18')),
        );
        await expect((await fresh()).collection(three(of))).rejects.toThrow(MigrationFailed);
        await close();

        const [found] = await survey([three(of)]);

        expect(found).toMatchObject({ documents: many, held: 2, wanted: 3 });
        expect(found?.faults).toHaveLength(1);
      });

      it('finds what today’s schema would not take back', async () => {
        const of = await filled([old(1)]);
        const narrower = { ...one(of), schema: first.omit({ hours: true }) };

        const [found] = await survey([narrower]);

        expect(found?.faults).toEqual([
          `${of} "n0001" does not fit its schema: hours: the schema does not name it`,
        ]);
        expect(found?.held).toBe(found?.wanted);
      });

      it('says that the data are newer', async () => {
        const of = await filled([old(1)]);
        await (await fresh()).collection(three(of));
        await close();

        const [found] = await survey([one(of)]);

        expect(found?.faults).toEqual([expect.stringMatching(/holds documents of version 3/)]);
      });
    });

    it('takes back whatever it gave: no field is dropped on the way in, at any depth', async () => {
      const of = collectionName();
      const notices = await (await fresh()).collection(three(of));
      const fields = { _id: 'a', place: { street: '灵泉东路', gate: 3 }, hours: { from: 8, to: 18 } };
      const listed: Plain & typeof fields = fields;

      await expect(notices.insert(listed)).rejects.toThrow(InvalidDocument);
      await expect(notices.insert(listed)).rejects.toThrow(/place\.gate: the schema does not name it/);
      expect(await notices.get('a')).toBeNull();
    });
  });
}

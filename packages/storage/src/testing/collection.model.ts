import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Collection } from '../collection.ts';
import { minute, notice, type Sample, type Empty } from './notice.sample.ts';

type Model = Map<string, Sample>;
/** One call on the store and on a plain map; both must answer alike. */
type Step = (real: Collection<Sample>, model: Model) => Promise<void>;

const id = fc.constantFrom('a', 'b', '丙', '𠀀');
const fields = fc.record({
  state: fc.constantFrom('open', 'done'),
  rank: fc.option(fc.integer({ min: -3, max: 3 })),
  urgent: fc.boolean(),
  dueAt: fc.option(fc.integer({ min: 0, max: 9 }).map(minute)),
  words: fc.string({ unit: 'grapheme', maxLength: 6 }),
});

const insert = fc.tuple(id, fields).map(([_id, rest]): Step => async (real, model) => {
  const fresh = !model.has(_id);
  if (fresh) model.set(_id, { ...notice(_id, rest), version: 1 });
  expect(await real.insert(notice(_id, rest))).toBe(fresh);
});

const replace = fc
  .tuple(id, fields, fc.constantFrom(-1, 0, 0, 0, 1))
  .map(([_id, rest, off]): Step => async (real, model) => {
    const expected = (model.get(_id)?.version ?? 1) + off;
    const current = model.get(_id)?.version === expected;
    if (current) model.set(_id, { ...notice(_id, rest), version: expected + 1 });
    expect(await real.replace(notice(_id, rest), expected)).toBe(current);
  });

const remove = id.map((_id): Step => async (real, model) => {
  expect(await real.delete(_id)).toBe(model.delete(_id));
});

const claim = fc
  .tuple(fc.constantFrom('open', 'done'), fc.integer({ min: 0, max: 9 }))
  .map(([state, now]): Step => async (real, model) => {
    const free = [...model.values()].filter(
      (doc) => doc.state === state && (doc.lease == null || doc.lease.until < minute(now)),
    );
    const [first] = free.toSorted((x, y) => Buffer.compare(Buffer.from(x._id), Buffer.from(y._id)));
    const lease = { token: `t${now}`, until: minute(now + 2) };
    if (first !== undefined) model.set(first._id, { ...first, version: first.version + 1, lease });
    expect(await real.claim({ state }, { ...lease, now: minute(now) })).toEqual(
      first === undefined ? null : model.get(first._id),
    );
  });

export function describeModel(empty: Empty): void {
  it('behaves as a map of documents through any sequence of calls', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(insert, replace, remove, claim), { maxLength: 30 }),
        async (steps) => {
          const [real, model]: [Collection<Sample>, Model] = [await empty(), new Map()];

          for (const step of steps) await step(real, model);

          const all = (await real.find({})).items;
          expect(new Map(all.map((doc) => [doc._id, doc]))).toEqual(model);
          expect(await real.count({ state: 'open' })).toBe(
            [...model.values()].filter((doc) => doc.state === 'open').length,
          );
        },
      ),
      { numRuns: 40 },
    );
  });
}

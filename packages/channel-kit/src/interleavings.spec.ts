import { shows } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Luck, Sight } from './testing/far-end.model.ts';
import { OneThread, type Course } from './testing/one.thread.ts';
import { inPlace, messages, onePostEach } from './testing/thread.sample.ts';
import type { Thread } from './thread.ts';

/** Whatever arrives whenever, and however the far end takes it: through the whole kit, in virtual time. */

const luck = fc.constantFrom<Luck>(
  'done',
  'done',
  'pending',
  'busy',
  'acts-unheard',
  'lost',
  'dies-before',
  'dies-after',
);
const sight = fc.constantFrom<Sight>('clear', 'clear', 'clear', 'unclear', 'down');
const arrivals = fc.uniqueArray(
  fc.record({
    what: fc.constantFrom<(number | 'withdraw')[]>(1, 2, 3, 'withdraw'),
    before: fc.nat(25),
  }),
  { minLength: 1, maxLength: 4, selector: (a) => String(a.what) },
);
const course: fc.Arbitrary<Course> = fc.record({
  can: fc.constantFrom(inPlace, onePostEach, messages),
  targets: fc.constantFrom([], ['a'], ['a', 'b', 'c']),
  lucks: fc.array(luck, { maxLength: 12 }),
  sights: fc.array(sight, { maxLength: 20 }),
  arrivals,
  lifts: fc.boolean(),
});

const withdrawal = (thread: Thread) => thread.deliveries.find((d) => !shows(d));

describe('whatever happens, in whatever order', () => {
  it(
    'leaves nothing standing after a confirmed withdrawal, and tells everybody once who got something',
    () =>
      fc.assert(
        fc.asyncProperty(course, async (given) => {
          const one = new OneThread(given);
          const taken = withdrawal(await one.toRest());
          if (taken?.settled?.outcome !== 'confirmed') return;
          if (given.can.recall === 'follow-up') {
            expect(one.farEnd.told).toEqual([...new Set(one.farEnd.told)]);
            expect(one.farEnd.told).toEqual(expect.arrayContaining(one.farEnd.posts.map((p) => p.target)));
          } else expect(one.farEnd.posts.filter((p) => p.visible && !p.lifts)).toEqual([]);
        }),
        { numRuns: 10_000 },
      ),
    120_000,
  );

  it(
    'takes a lifted warning down where the words of its end stand already, and those stay',
    () =>
      fc.assert(
        fc.asyncProperty(course, async (given) => {
          const one = new OneThread({ ...given, can: onePostEach, lifts: true });
          const lifted = withdrawal(await one.toRest());
          if (lifted?.settled?.outcome !== 'confirmed') return;
          const { posts, bare } = one.farEnd;
          const warned = posts.filter((p) => !p.lifts);
          expect(warned.filter((p) => p.visible)).toEqual([]);
          const told = posts.filter((p) => p.lifts && p.visible).map((p) => p.target);
          expect(told.toSorted()).toEqual([...new Set(warned.map((p) => p.target))].toSorted());
          const rest = new Set(posts.filter((p) => p.lifts).map((p) => p.target));
          expect(bare.filter((target) => rest.has(target))).toEqual([]);
        }),
        { numRuns: 5000 },
      ),
    120_000,
  );

  it(
    'shows no edition twice at one place, and calls at most twice for the same',
    () =>
      fc.assert(
        fc.asyncProperty(course, async (given) => {
          const one = new OneThread(given);
          await one.toRest();
          const shown = one.farEnd.posts.map((p) => `${p.lifts ? 'lifted' : p.edition} ${p.target}`);
          expect(new Set(shown).size).toBe(shown.length);
          expect([...one.farEnd.heard.entries()].filter(([, times]) => times > 2)).toEqual([]);
        }),
        { numRuns: 2000 },
      ),
    120_000,
  );

  it(
    'comes to rest: confirmed, superseded, or with a person who is told why',
    () =>
      fc.assert(
        fc.asyncProperty(course, async (given) => {
          const thread = await new OneThread(given).toRest();
          for (const d of thread.deliveries) {
            expect(d.settled).not.toBeNull();
            if (d.settled?.outcome === 'failed')
              expect(d.settled.evidence.detail ?? '').toMatch(/请人工|人工/);
          }
        }),
        { numRuns: 2000 },
      ),
    120_000,
  );
});

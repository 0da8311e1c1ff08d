import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashOf, termsOf, type Wish } from '../testing/story.ts';
import type { Command } from './publication.commands.ts';
import { decide } from './publication.decide.ts';
import { evolve } from './publication.evolve.ts';
import { sealOf, type Terms } from './publication.terms.ts';
import { newest, stateOf, wakeAt, type EditionRecord, type Publication } from './publication.ts';

const letter = fc.constantFrom('a', 'b', 'c');
const reason = fc.constant('理由');
const minute = (n: number): string => new Date(Date.UTC(2026, 10, 23, 0, n)).toISOString();
const hour = fc.option(fc.nat(120).map(minute), { nil: null });
const terms: fc.Arbitrary<Terms> = fc
  .record({
    letter,
    lane: fc.constantFrom('normal' as const, 'urgent' as const),
    channels: fc.subarray(['website', 'sms', 'led']),
    schedule: fc.record({ publishAt: hour, embargoUntil: fc.constant(null), expiresAt: fc.constant(null) }),
    noticeUntil: fc.constantFrom(null, '2026-11-22', '2026-11-23'),
  })
  .map(({ letter: l, ...more }) => termsOf(l, more));
const hash = letter.map(hashOf);
const asked = { renditions: fc.constant({}), unchecked: fc.constant([]) };
const it1 = <T extends string>(type: T): fc.Arbitrary<T> => fc.constant(type);

const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({
    type: it1('createPublication'),
    id: fc.constant('7K3QZP4M'),
    organisation: fc.constant('kysrmzf'),
    terms,
  }),
  fc.record({ type: it1('editDraft'), terms }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: it1('submitEdition'),
      route: fc.record({ levels: fc.integer({ min: 1, max: 2 }), secrecy: fc.boolean() }),
      ...asked,
    }),
  },
  fc.record({ type: it1('claimReview'), takeOver: fc.boolean() }),
  { weight: 5, arbitrary: fc.record({ type: it1('approveEdition'), contentHash: hash }) },
  { weight: 3, arbitrary: fc.record({ type: it1('clearEdition'), contentHash: hash }) },
  fc.record({ type: it1('referEdition'), reason }),
  fc.record({ type: it1('returnEdition'), reason }),
  fc.record({ type: it1('makeComment'), block: fc.nat(3), words: reason }),
  {
    weight: 2,
    arbitrary: fc.record({
      type: it1('settleComment'),
      comment: fc.integer({ min: 1, max: 2 }),
      as: fc.constantFrom('resolved' as const, 'waived' as const),
      words: reason,
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: it1('publishEdition') }) },
  fc.record({ type: it1('cancelSchedule'), reason }),
  { weight: 2, arbitrary: fc.record({ type: it1('requestUrgentRelease'), reason, ...asked }) },
  { weight: 2, arbitrary: fc.record({ type: it1('confirmUrgentRelease'), contentHash: hash }) },
  fc.record({
    type: it1('reviewAfterwards'),
    edition: fc.integer({ min: 1, max: 3 }),
    verdict: fc.constantFrom('upheld' as const, 'faulted' as const),
    words: reason,
  }),
  fc.record({ type: it1('correctPublication'), reason, terms }),
  fc.record({ type: it1('withdrawPublication'), reason, endsNoticeEarly: fc.boolean() }),
  fc.record({ type: it1('expirePublication'), reason }),
  { weight: 3, arbitrary: fc.record({ type: it1('wake') }) },
);
const steps = fc.array(fc.record({ by: fc.constantFrom('li', 'wang', 'zhao', 'bao'), wish }), {
  minLength: 20,
  maxLength: 120,
  size: 'max',
});

/** Everything that was true along the way. */
function live(script: readonly { by: string; wish: Wish }[]): Publication[] {
  const states: Publication[] = [];
  let state: Publication | null = null;
  script.forEach(({ by, wish: wanted }, n) => {
    const decision = decide({ ...wanted, by, at: minute(n) } as Command, state);
    if (decision.kind === 'refused') return;
    state = decision.events.reduce<Publication | null>(evolve, state);
    if (state !== null) states.push(state);
  });
  return states;
}

const pairs = (states: readonly Publication[]): [Publication, Publication][] =>
  states.slice(1).map((after, n) => [states[n] as Publication, after]);
const holds = (property: (states: readonly Publication[]) => void): void => {
  fc.assert(
    fc.property(steps, (script) => property(live(script))),
    { numRuns: 400 },
  );
};

it('is tried on stories that get somewhere', () => {
  const ends = fc.sample(steps, { numRuns: 400, seed: 7 }).map((script) => live(script).at(-1));
  const reached: Readonly<Record<string, (p: Publication) => boolean>> = {
    'in force': (p) => p.inForce !== null,
    'a second edition': (p) => p.editions.length > 1,
    'an ending': (p) => p.ending !== null,
    'an urgent release': (p) => p.urgentReleases.length > 0,
    'two levels': (p) => p.editions.some((e) => e.state === 'released' && e.route?.levels === 2),
  };
  for (const [what, test] of Object.entries(reached))
    expect(
      ends.some((end) => end !== undefined && test(end)),
      what,
    ).toBe(true);
});

it('never releases an edition without the reviews it needs, by different people who wrote none of it', () => {
  holds((states) => {
    for (const edition of states.at(-1)?.editions ?? []) {
      if (edition.state !== 'released') continue;
      const urgent = states.at(-1)?.urgentReleases.find((r) => r.edition === edition.edition);
      if (urgent !== undefined) {
        expect(urgent.confirmedBy).not.toBe(urgent.requestedBy);
        expect(edition.authors).not.toContain(urgent.confirmedBy);
        continue;
      }
      const passed = edition.reviews.filter((r) => r.verdict === 'passed' && !r.void);
      expect(passed.length).toBe((edition.route?.levels ?? 99) + (edition.route?.secrecy === true ? 1 : 0));
      expect(new Set(passed.map((r) => r.by)).size).toBe(passed.length);
      for (const review of passed) {
        expect(edition.authors).not.toContain(review.by);
        expect(review.seal).toBe(sealOf(edition));
      }
    }
  });
});

it('never changes an edition after it is released', () => {
  holds((states) => {
    for (const [before, after] of pairs(states)) {
      for (const edition of before.editions) {
        if (edition.state === 'released')
          expect(after.editions.find((e) => e.edition === edition.edition) as EditionRecord).toEqual(edition);
      }
    }
  });
});

it('never goes from approved to released with other terms than were approved', () => {
  holds((states) => {
    for (const [before, after] of pairs(states)) {
      const [was, is] = [newest(before), newest(after)];
      if (is.edition === was.edition && is.state === 'released' && was.state !== 'released')
        expect(sealOf(is)).toBe(sealOf(was));
    }
  });
});

it('counts every event', () => {
  holds((states) => {
    for (const [before, after] of pairs(states))
      expect(after.revision - before.revision).toBeGreaterThanOrEqual(1);
  });
});

it('has at most one edition in work, and it is the newest', () => {
  holds((states) => {
    for (const state of states) {
      expect(state.editions.slice(0, -1).every((e) => e.state === 'released')).toBe(true);
      expect(state.editions.map((e) => e.edition)).toEqual(state.editions.map((_, n) => n + 1));
    }
  });
});

it('has in force exactly the newest released edition, and nothing after its end', () => {
  holds((states) => {
    for (const state of states) {
      const out = state.editions.findLast((e) => e.state === 'released');
      expect(state.inForce).toBe(state.ending === null ? (out?.edition ?? null) : null);
      if (state.ending === null) expect(stateOf(state)).toBe(newest(state).state);
    }
  });
});

it('never leaves anything overdue that a waking would not do', () => {
  holds((states) => {
    for (const state of states) {
      const due = wakeAt(state);
      if (due !== null) expect(decide({ type: 'wake', by: 'system', at: due }, state).kind).toBe('done');
    }
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { legal, live, scripts } from '../testing/random.story.ts';
import { decide } from './publication.decide.ts';
import { sealOf } from './publication.terms.ts';
import { kindsOf, type ReviewKind } from './review.kind.ts';
import { newest, stateOf, wakeAt, type EditionRecord, type Publication } from './publication.ts';

const needs = (e: EditionRecord): readonly ReviewKind[] => (e.route === null ? [] : kindsOf(e.route));
const pairs = (states: readonly Publication[]): [Publication, Publication][] =>
  states.slice(1).map((after, n) => [states[n] as Publication, after]);
const holds = (property: (states: readonly Publication[]) => void): void => {
  fc.assert(
    fc.property(scripts, (script) => property(live(script))),
    { numRuns: 400 },
  );
};

it('is tried on stories that get somewhere', () => {
  const ends = fc.sample(scripts, { numRuns: 400, seed: 7 }).map((script) => live(script).at(-1));
  const reached: Readonly<Record<string, (p: Publication) => boolean>> = {
    'in force': (p) => p.inForce !== null,
    'a second edition': (p) => p.editions.length > 1,
    'an ending': (p) => p.ending !== null,
    'an urgent release': (p) => p.urgentReleases.length > 0,
    'two levels': (p) => p.editions.some((e) => e.state === 'released' && needs(e)[1]?.id === 2),
    'a review of the county’s own': (p) =>
      p.editions.some((e) => e.state === 'released' && needs(e).some((k) => k.id === legal.id)),
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
      expect(passed.map((r) => r.stage)).toEqual(needs(edition).map((k) => k.id));
      expect(passed.length).toBeGreaterThan(0);
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

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draft, hashOf, type Wish } from '../testing/story.ts';
import { decide, type Command } from './publication.decide.ts';
import { evolve, newest, stateOf, type EditionRecord, type Publication } from './publication.ts';

const letter = fc.constantFrom('a', 'b', 'c');
const channels = fc.subarray(['website', 'sms', 'led']);
const reason = fc.constant('理由');
const lane = fc.constantFrom('normal' as const, 'urgent' as const);

const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({ type: fc.constant('createPublication' as const), id: fc.constant('7K3QZP4M'), lane, channels, draft: letter.map((l) => draft(l)) }),
  fc.record({ type: fc.constant('editDraft' as const), lane, channels, draft: letter.map((l) => draft(l)) }),
  fc.record({ type: fc.constant('submitEdition' as const), renditions: fc.constant({}), unchecked: fc.constant([]) }),
  fc.record({ type: fc.constant('approveEdition' as const), contentHash: letter.map(hashOf) }),
  fc.record({ type: fc.constant('returnEdition' as const), reason }),
  fc.record({ type: fc.constant('publishEdition' as const) }),
  fc.record({ type: fc.constant('correctPublication' as const), reason, lane, draft: letter.map((l) => draft(l)) }),
  fc.record({ type: fc.constant('withdrawPublication' as const), reason }),
);
const steps = fc.array(fc.record({ by: fc.constantFrom('li', 'wang', 'zhao'), wish }), { minLength: 10, maxLength: 80, size: 'max' });

/** Everything that was true along the way. */
function live(script: readonly { by: string; wish: Wish }[]): Publication[] {
  const states: Publication[] = [];
  let state: Publication | null = null;
  script.forEach(({ by, wish: wanted }, n) => {
    const decision = decide({ ...wanted, by, at: new Date(Date.UTC(2026, 10, 23, 0, n)).toISOString() } as Command, state);
    if (decision.kind === 'refused') return;
    state = decision.events.reduce<Publication | null>(evolve, state);
    if (state !== null) states.push(state);
  });
  return states;
}

const pairs = (states: readonly Publication[]): [Publication, Publication][] => states.slice(1).map((after, n) => [states[n] as Publication, after]);
const holds = (property: (states: readonly Publication[]) => void): void => { fc.assert(fc.property(steps, (script) => property(live(script))), { numRuns: 400 }); };
const words = (e: EditionRecord): unknown => [e.contentHash, e.channels, e.lane, e.authors, e.corrects];

it('is tried on stories that get somewhere', () => {
  const ends = fc.sample(steps, { numRuns: 400, seed: 7 }).map((script) => live(script).at(-1));
  for (const reached of [(p: Publication) => p.inForce !== null, (p: Publication) => p.editions.length > 1, (p: Publication) => p.withdrawal !== null]) {
    expect(ends.some((end) => end !== undefined && reached(end))).toBe(true);
  }
});

it('never releases an edition that was not approved by somebody who wrote none of it', () => {
  holds((states) => {
    for (const edition of states.at(-1)?.editions ?? []) {
      if (edition.state !== 'published') continue;
      expect(edition.approvedBy).toBeDefined();
      expect(edition.authors).not.toContain(edition.approvedBy);
    }
  });
});

it('never changes an edition while it is approved, nor ever after it is published', () => {
  holds((states) => {
    for (const [before, after] of pairs(states)) {
      for (const edition of before.editions) {
        const later = after.editions.find((e) => e.edition === edition.edition) as EditionRecord;
        if (edition.state === 'published') expect(later).toEqual(edition);
        if (edition.state === 'approved' && later.state !== 'draft') expect(words(later)).toEqual(words(edition));
      }
    }
  });
});

it('counts every change, one at a time', () => {
  holds((states) => {
    for (const [before, after] of pairs(states)) expect(after.revision).toBe(before.revision + 1);
  });
});

it('has at most one edition in work, and it is the newest', () => {
  holds((states) => {
    for (const state of states) {
      expect(state.editions.slice(0, -1).every((e) => e.state === 'published')).toBe(true);
      expect(state.editions.map((e) => e.edition)).toEqual(state.editions.map((_, n) => n + 1));
    }
  });
});

it('has in force exactly the newest published edition, and nothing after a withdrawal', () => {
  holds((states) => {
    for (const state of states) {
      const out = state.editions.findLast((e) => e.state === 'published');
      expect(state.inForce).toBe(stateOf(state) === 'withdrawn' ? null : (out?.edition ?? null));
      if (state.withdrawal === null) expect(stateOf(state)).toBe(newest(state).state);
    }
  });
});

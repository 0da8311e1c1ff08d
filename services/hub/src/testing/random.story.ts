import fc from 'fast-check';
import type { Command, Unsigned } from '../publications/publication.commands.ts';
import { decide } from '../publications/publication.decide.ts';
import { evolve } from '../publications/publication.evolve.ts';
import type { Terms } from '../publications/publication.terms.ts';
import { newest, type Publication } from '../publications/publication.ts';
import type { KeptLoss } from '../publications/losses/kept.loss.ts';
import { houseKinds, type ReviewKind, type ReviewRoute } from '../publications/review.kind.ts';
import { dayAfter, hashOf, termsOf } from './story.ts';

const letter = fc.constantFrom('a', 'b', 'c');
const reason = fc.constant('理由');
/** The instant of the n-th wish of a script. */
export const minute = (n: number): string => new Date(Date.UTC(2026, 10, 23, 0, n)).toISOString();
const hour = fc.option(fc.nat(120).map(minute), { nil: null });
const seldom = <T, E>(rare: fc.Arbitrary<T>, otherwise: E): fc.Arbitrary<T | E> =>
  fc.oneof({ weight: 11, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary: rare });
const warned = { ...termsOf().matter, type: 'warning' };
const terms: fc.Arbitrary<Terms> = fc
  .record({
    letter,
    lane: fc.constantFrom('normal' as const, 'urgent' as const),
    channels: fc.subarray(['website', 'sms', 'led']),
    schedule: fc.record({
      publishAt: hour,
      embargoUntil: seldom(hour, null),
      expiresAt: fc.constant(dayAfter),
    }),
    noticeUntil: fc.constantFrom(null, '2026-11-22', '2026-11-23'),
    drill: seldom(fc.constant(true), false),
    relayed: seldom(fc.constant('W1'), null),
    matter: fc.constantFrom(termsOf().matter, warned),
  })
  .map(({ letter: l, ...more }) => termsOf(l, more));
const losses: fc.Arbitrary<readonly KeptLoss[]> = fc.subarray([
  { kind: 'struck-text', where: '第1段', count: 1, key: 'k1', checked: null },
  { kind: 'ruby', where: '第2段', count: 1, key: 'k2', checked: null },
]);
/** Stands for the words that are there when the wish is made. */
const asSeen = '0'.repeat(64);
const hash = fc.oneof(
  { weight: 4, arbitrary: fc.constant(asSeen) },
  { weight: 1, arbitrary: letter.map(hashOf) },
);
const asked = { renditions: fc.constant({}), unchecked: fc.constant([]) };
export const legal: ReviewKind = {
  id: 'legal',
  title: '法制审核',
  role: 'legal-reviewer',
  form: 'approval',
};
/** As the last release stored them, and as columns name them now, in whatever order. */
const route: fc.Arbitrary<ReviewRoute> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ levels: fc.integer({ min: 1, max: 2 }), secrecy: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc
      .shuffledSubarray([...houseKinds.slice(0, 1), legal, ...houseKinds.slice(-1)], { minLength: 1 })
      .map((kinds) => ({ kinds })),
  },
);
const it1 = <T extends string>(type: T): fc.Arbitrary<T> => fc.constant(type);

/** What somebody may wish for, sensible or not. */
export const wishes: fc.Arbitrary<Unsigned> = fc.oneof(
  fc.record({
    type: it1('createPublication'),
    id: fc.constant('7K3QZP4M'),
    organisation: fc.constantFrom('kysrmzf', 'kyswj'),
    terms,
    losses,
  }),
  fc.record({ type: it1('editDraft'), terms, losses }),
  fc.record({ type: it1('checkLosses'), losses: fc.subarray(['k1', 'k2']) }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: it1('submitEdition'),
      route,
      ...asked,
    }),
  },
  fc.record({ type: it1('claimReview'), takeOver: fc.boolean() }),
  { weight: 5, arbitrary: fc.record({ type: it1('approveEdition'), contentHash: hash }) },
  { weight: 3, arbitrary: fc.record({ type: it1('clearEdition'), contentHash: hash }) },
  fc.record({ type: it1('referEdition'), reason }),
  fc.record({ type: it1('returnEdition'), reason }),
  fc.oneof(
    fc.record({ type: it1('makeComment'), block: fc.nat(3), words: reason }),
    fc.record({ type: it1('answerComment'), comment: fc.integer({ min: 1, max: 2 }), words: reason }),
  ),
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
  fc.record({ type: it1('correctPublication'), reason, terms, losses }),
  fc.record({ type: it1('withdrawPublication'), reason, endsNoticeEarly: fc.boolean() }),
  fc.record({ type: it1('expirePublication'), reason }),
  fc.record({ type: it1('repealPublication'), reason, basis: reason }),
  fc.record({ type: it1('liftWarning'), reason }),
  fc.record({ type: it1('archivePublication'), reason }),
  { weight: 3, arbitrary: fc.record({ type: it1('wake') }) },
);
export const names = ['li', 'wang', 'zhao', 'bao'] as const;
/** What one person after the other wishes, one a minute. */
export const scripts = fc.array(fc.record({ by: fc.constantFrom(...names), wish: wishes }), {
  minLength: 20,
  maxLength: 120,
  size: 'max',
});

/** The wish of somebody who looks at this. */
export function lookingAt(state: Publication | null, wish: Unsigned): Unsigned {
  if (state === null || !('contentHash' in wish) || wish.contentHash !== asSeen) return wish;
  return { ...wish, contentHash: newest(state).contentHash };
}

/** Everything that was true along the way. */
export function live(script: readonly { by: string; wish: Unsigned }[]): Publication[] {
  const states: Publication[] = [];
  let state: Publication | null = null;
  script.forEach(({ by, wish: wanted }, n) => {
    const decision = decide({ ...lookingAt(state, wanted), by, at: minute(n) } as Command, state);
    if (decision.kind === 'refused') return;
    state = decision.events.reduce<Publication | null>(evolve, state);
    if (state !== null) states.push(state);
  });
  return states;
}

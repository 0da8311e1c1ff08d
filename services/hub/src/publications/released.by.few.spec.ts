import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { may } from '../access/permissions.ts';
import type { Person } from '../access/person.ts';
import { role, type Role } from '../access/role.ts';
import { separationObjection } from '../access/people/separation.rule.ts';
import { approved, cleared, corrected, edited, published, submitted, written } from '../testing/story.ts';
import type { Command, Unsigned } from './publication.commands.ts';
import { decide } from './publication.decide.ts';
import { evolve } from './publication.evolve.ts';
import { judge, publicationPermissions } from './publication.permissions.ts';
import { newest, type Publication } from './publication.ts';
import { houseKinds, type ReviewRoute } from './review.kind.ts';

const admins: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin'];
/** The most that one account may be: every duty at once, or one of the three administrators. */
const everyDuty = role.options.filter((r) => !admins.includes(r));
const largest: readonly (readonly Role[])[] = [everyDuty, ...admins.map((r) => [r])];
const person = (n: number, roles: readonly Role[]): Person => ({
  name: `p${n}`,
  title: `p${n}`,
  roles: [...roles],
  organisation: 'kysrmzf',
});

/** Everything that anybody could wish for on the way to a release, on what is there. */
function wishesOn(state: Publication, route: ReviewRoute): readonly Unsigned[] {
  const letter = newest(state).contentHash[0] ?? 'a';
  const asked = { renditions: {}, unchecked: [], reason: '紧急' };
  return [
    edited('b', { lane: newest(state).lane }),
    { ...submitted(), route } as Unsigned,
    { type: 'claimReview', takeOver: true },
    approved(letter),
    cleared(letter),
    { type: 'referEdition', reason: '报请' },
    { type: 'returnEdition', reason: '退回' },
    { type: 'requestUrgentRelease', ...asked },
    { type: 'confirmUrgentRelease', contentHash: newest(state).contentHash },
    published,
    corrected('c', { lane: newest(state).lane }),
  ];
}

const at = '2026-11-23T09:00:00.000Z';
const ofWhatHolds = (state: Publication): string =>
  JSON.stringify({ ...state, revision: 0, history: undefined, comments: undefined });
const released = ({ editions }: Publication): boolean => editions.some((e) => e.releasedAt !== null);
const mayCreate = (who: Person): boolean =>
  may(who, publicationPermissions, 'createPublication', 'Publication', { organisation: who.organisation });

/** Whether these people, and nobody else, can bring an edition to the public, in whatever order they act. */
function canRelease(people: readonly Person[], lane: 'normal' | 'urgent', route: ReviewRoute): boolean {
  const steps = 9;
  const seen = new Set<string>();
  let edge: Publication[] = people.filter(mayCreate).flatMap(({ name }) => {
    const made = decide({ ...written({ lane }), by: name, at } as Command, null);
    return made.kind === 'done' ? [made.events.reduce<Publication | null>(evolve, null) as Publication] : [];
  });
  for (let n = 0; n < steps && edge.length > 0; n += 1) {
    const next: Publication[] = [];
    for (const state of edge)
      for (const who of people)
        for (const wish of wishesOn(state, route)) {
          const decision = judge(who, { ...wish, by: who.name, at } as Command, state);
          if (decision.kind === 'refused') continue;
          const after = decision.events.reduce<Publication | null>(evolve, state) as Publication;
          if (released(after)) return true;
          const key = ofWhatHolds(after);
          if (!seen.has(key)) next.push(after);
          seen.add(key);
        }
    edge = next;
  }
  return false;
}

const routeOf = (kinds: number): ReviewRoute => ({ kinds: houseKinds.slice(-kinds) });
const sets = (count: number): Person[][] =>
  count === 0
    ? [[]]
    : sets(count - 1).flatMap((some) => largest.map((roles) => [...some, person(count, roles)]));

describe('an edition comes to the public', () => {
  it('through nobody alone, whatever that account may do, normal or urgent', () => {
    for (const people of sets(1))
      for (const lane of ['normal', 'urgent'] as const)
        for (const kinds of [1, 2, 3, 4])
          expect(canRelease(people, lane, routeOf(kinds)), JSON.stringify(people)).toBe(false);
  });

  it('through no two where the route has two reviews or more', { timeout: 120_000 }, () => {
    for (const people of sets(2))
      for (const kinds of [2, 3, 4])
        expect(canRelease(people, 'normal', routeOf(kinds)), JSON.stringify(people)).toBe(false);
  });

  it('through as many as it takes: who wrote it, and one for every review; two where it is urgent', () => {
    const duties = (count: number): Person[] => Array.from({ length: count }, (_, n) => person(n, everyDuty));
    expect(canRelease(duties(2), 'normal', routeOf(1))).toBe(true);
    expect(canRelease(duties(3), 'normal', routeOf(2))).toBe(true);
    expect(canRelease(duties(2), 'urgent', routeOf(2))).toBe(true);
  });
});

describe('the largest sets of roles', () => {
  const anyRoles = fc.subarray([...role.options], { minLength: 1 });

  it('contain every set that one account may have', () => {
    fc.assert(
      fc.property(anyRoles, (roles) => {
        const contained = largest.some((most) => roles.every((r) => most.includes(r)));
        expect(contained).toBe(separationObjection(roles) === null);
      }),
    );
  });

  it('may all that a smaller one may', () => {
    const acts = [...new Set(publicationPermissions.flatMap(({ can }) => can))];
    fc.assert(
      fc.property(anyRoles, anyRoles, fc.constantFrom(...acts), (some, more, act) => {
        const able = (roles: readonly Role[]): boolean =>
          may(person(1, roles), publicationPermissions, act, 'Publication', { organisation: 'kysrmzf' });
        if (able(some)) expect(able([...some, ...more])).toBe(true);
      }),
    );
  });
});

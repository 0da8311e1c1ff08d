import {
  containsDivision,
  nobody,
  type Audience,
  type Selection,
  type Target,
  type TargetChoice,
  type TargetState,
  type VenueKind,
} from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mainAccounts, resolveAudience, type Resolution } from './audience.resolve.ts';
import { aTarget, inLingquan, lebaidao, lingquan } from './testing/register.sample.ts';

const kinds = new Map<string, TargetChoice>([
  ['strip', 'place'],
  ['account', 'owner'],
  ['site', 'always'],
  ['route', 'never'],
]);
const resolve = (
  audience: Audience,
  targets: readonly Target[],
  owner: string | null = 'office',
): Resolution =>
  resolveAudience(
    { audience, owner },
    { channel: 'led', kinds, targets, has: (id) => targets.some((target) => target.id === id) },
  );
const ids = (targets: readonly Target[]): string[] => targets.map(({ id }) => id);
const choose = (over: Partial<Selection>): Selection => ({ ...nobody, ...over });
const some = (over: Partial<Selection>, except?: Partial<Selection>): Audience => ({
  scope: 'some',
  of: choose(over),
  ...(except === undefined ? {} : { except: choose(except) }),
});

describe('what only carries messages to others', () => {
  const town = [aTarget({ id: 'a' }), aTarget({ id: 'route', kind: 'route', facts: {} })];

  it('is meant by no audience, whatever it names', () => {
    for (const audience of [
      { scope: 'all' } as const,
      some({ areas: [lingquan] }),
      some({ organisations: ['government-office'] }),
    ])
      expect(ids(resolve(audience, town).reached)).toEqual(['a']);
  });

  it('is told as nobody when it is named', () => {
    const named = some({ targets: [{ channel: 'led', id: 'route' }] });
    expect(resolve(named, town)).toMatchObject({ reached: [], resting: [], unknown: ['route'] });
  });

  it('is not waited for while it rests', () => {
    const resting = aTarget({ id: 'r', kind: 'route', facts: {}, state: { is: 'paused', reason: '年审' } });
    expect(resolve({ scope: 'all' }, [...town, resting]).resting).toEqual([]);
  });
});

describe('what stands at a place', () => {
  const town = [
    aTarget({ id: 'a', area: lingquan, venue: 'market', owner: 'office' }),
    aTarget({ id: 'b', area: inLingquan, venue: 'hospital', owner: 'health' }),
    aTarget({ id: 'c', area: lebaidao, venue: null, groups: ['灾害多发'], owner: 'health' }),
  ];

  it('is meant by an audience of everywhere, and by one for groups of people', () => {
    expect(ids(resolve({ scope: 'all' }, town).reached)).toEqual(['a', 'b', 'c']);
    expect(ids(resolve({ scope: 'specific', groups: ['村民'] }, town).reached)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['a street with its communities', { areas: [lingquan] }, ['a', 'b']],
    ['a community alone', { areas: [inLingquan] }, ['b']],
    ['an organisation', { organisations: ['health'] }, ['b', 'c']],
    ['a kind of place', { venues: ['market'] as VenueKind[] }, ['a']],
    ['a group', { groups: ['灾害多发'] }, ['c']],
    ['a name', { targets: [{ channel: 'led', id: 'c' }] }, ['c']],
    ['a name of another channel', { targets: [{ channel: 'sms', id: 'c' }] }, []],
    ['nothing', {}, []],
  ])('is meant by %s', (_, selection, expected) => {
    expect(ids(resolve(some(selection), town).reached)).toEqual(expected);
  });

  it('is told when it was named and never was', () => {
    const named = some(
      { targets: [{ channel: 'led', id: 'x' }] },
      { targets: [{ channel: 'led', id: 'y' }] },
    );
    expect(resolve(named, town).unknown).toEqual(['x', 'y']);
  });

  it('is not meant while it rests, and is told', () => {
    const paused = aTarget({ id: 'p', state: { is: 'paused', reason: '检修' } });
    const retired = aTarget({ id: 'r', state: { is: 'retired', on: '2026-01-01' } });
    const { reached, resting } = resolve({ scope: 'all' }, [...town, paused, retired]);
    expect([ids(reached), ids(resting)]).toEqual([
      ['a', 'b', 'c'],
      ['p', 'r'],
    ]);
  });
});

describe('a site that everybody may open', () => {
  const site = [aTarget({ id: 'site', kind: 'site', area: lebaidao })];

  it('is meant by every audience, unless it is left out by name', () => {
    expect(ids(resolve(some({ areas: [lingquan] }), site).reached)).toEqual(['site']);
    expect(ids(resolve({ scope: 'all', except: choose({ areas: [lebaidao] }) }, site).reached)).toEqual([
      'site',
    ]);
    const except = choose({ targets: [{ channel: 'led', id: 'site' }] });
    expect(resolve({ scope: 'all', except }, site).reached).toEqual([]);
  });
});

describe('an account', () => {
  const account = (id: string, over: Partial<Target>): Target =>
    aTarget({ id, kind: 'account', takes: [], owner: 'health', ...over });
  const accounts = [
    account('main', { owner: 'government', takes: 'everybody', groups: [mainAccounts] }),
    account('own', { owner: 'office' }),
    account('shy-main', { owner: 'government', groups: [mainAccounts] }),
    account('stranger', {}),
    account('willing', { takes: ['office'] }),
  ];

  it('is meant by everywhere when it is the own one, or a main one that takes the notice', () => {
    const { reached, withoutConsent } = resolve({ scope: 'all' }, accounts);
    expect(ids(reached)).toEqual(['main', 'own']);
    expect(ids(withoutConsent)).toEqual(['shy-main']);
  });

  it('that is chosen needs the consent of its owner', () => {
    const { reached, withoutConsent } = resolve(some({ organisations: ['health'] }), accounts);
    expect(ids(reached)).toEqual(['willing']);
    expect(ids(withoutConsent)).toEqual(['stranger']);
  });

  it('takes a notice of nobody known only when it takes everybody’s', () => {
    expect(ids(resolve({ scope: 'all' }, accounts, null).reached)).toEqual(['main']);
  });
});

const areas = [lingquan, inLingquan, lebaidao, '532502103000', '532502103201', '532500000000'];
const groups = ['甲', '乙', mainAccounts];
const owners = ['office', 'health', 'schools'];
const venues: VenueKind[] = ['market', 'hospital', 'park'];
const names = Array.from({ length: 12 }, (_, n) => `t${n}`);
const listOf = <T>(of: readonly T[]): fc.Arbitrary<T[]> => fc.uniqueArray(fc.constantFrom(...of));
const states: TargetState[] = [
  { is: 'active' },
  { is: 'active' },
  { is: 'paused', reason: '检修' },
  { is: 'retired', on: '2026-01-01' },
];
const anyTarget: fc.Arbitrary<Target> = fc
  .record({
    id: fc.constantFrom(...names),
    kind: fc.constantFrom('strip', 'account', 'site'),
    owner: fc.constantFrom(...owners),
    area: fc.constantFrom(...areas),
    venue: fc.constantFrom(...venues, null),
    groups: listOf(groups),
    takes: fc.oneof(fc.constant('everybody' as const), listOf(owners)),
    state: fc.constantFrom(...states),
  })
  .map(aTarget);
const town = fc.uniqueArray(anyTarget, { selector: ({ id }) => id });
const anySelection: fc.Arbitrary<Selection> = fc.record({
  areas: listOf(areas),
  organisations: listOf(owners),
  venues: listOf(venues),
  groups: listOf(groups),
  targets: listOf(names).map((list) => list.map((id) => ({ channel: 'led', id }))),
});
const anyAudience: fc.Arbitrary<Audience> = fc.oneof(
  fc.record({ scope: fc.constant('all' as const), except: anySelection }),
  fc.record({ scope: fc.constant('some' as const), of: anySelection, except: anySelection }),
);
const meant = ({ reached, withoutConsent, resting }: Resolution): string[] =>
  [reached, withoutConsent, resting].flatMap(ids).sort();

describe('whatever the town and the audience', () => {
  it('what is left out is never meant', () => {
    fc.assert(
      fc.property(town, anyAudience, (targets, audience) => {
        const left = audience.except ?? nobody;
        for (const id of meant(resolve(audience, targets))) {
          expect(left.targets.map((named) => named.id)).not.toContain(id);
          const found = targets.find((target) => target.id === id);
          if (found === undefined || found.kind === 'site') continue;
          expect(left.organisations).not.toContain(found.owner);
          expect(left.groups.some((group) => found.groups.includes(group))).toBe(false);
          expect(left.areas.some((area) => containsDivision(area, found.area))).toBe(false);
        }
      }),
    );
  });

  it('what an area means lies in it, and everything in it is meant', () => {
    fc.assert(
      fc.property(town, fc.constantFrom(...areas), (targets, area) => {
        const found = new Set(meant(resolve(some({ areas: [area] }), targets)));
        for (const { id, kind, area: own } of targets)
          if (kind !== 'site') expect(found.has(id)).toBe(containsDivision(area, own));
      }),
    );
  });

  it('two selections together mean what each of them means', () => {
    fc.assert(
      fc.property(town, anySelection, anySelection, (targets, one, other) => {
        const both = meant(
          resolve(
            some({
              areas: [...one.areas, ...other.areas],
              organisations: [...one.organisations, ...other.organisations],
              venues: [...one.venues, ...other.venues],
              groups: [...one.groups, ...other.groups],
              targets: [...one.targets, ...other.targets],
            }),
            targets,
          ),
        );
        const each = [one, other].flatMap((selection) => meant(resolve(some(selection), targets)));
        expect(both).toEqual([...new Set(each)].sort());
      }),
    );
  });

  it('the order of the register does not matter, and no target is in two lists', () => {
    fc.assert(
      fc.property(town, anyAudience, (targets, audience) => {
        const answer = resolve(audience, targets);
        expect(resolve(audience, targets.toReversed())).toEqual(answer);
        expect(new Set(meant(answer)).size).toBe(meant(answer).length);
      }),
    );
  });

  it('only active ones are reached, accounts only with consent', () => {
    fc.assert(
      fc.property(town, anyAudience, (targets, audience) => {
        for (const { state, kind, owner, takes } of resolve(audience, targets).reached) {
          expect(state.is).toBe('active');
          if (kind === 'account')
            expect(owner === 'office' || takes === 'everybody' || takes.includes('office')).toBe(true);
        }
      }),
    );
  });
});

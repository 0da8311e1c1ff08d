import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alarmsOf, expiryWarns, silenceWarns } from './alarms.rules.ts';
import type { AccountFact, ChannelFact, HandFact, Snapshot } from './now.snapshot.ts';
import { tilesOf } from './tiles.rules.ts';

const now = '2026-11-23T08:00:00.000Z';
const day = 86_400_000;
const ago = (ms: number): string => new Date(Date.parse(now) - ms).toISOString();
const dayAhead = (days: number): string => ago(-days * day).slice(0, 10);

/** Something in a town, and what a person has to do about it: nothing where it goes on by itself. */
interface Thing {
  readonly is: Partial<Pick<Snapshot, 'channels' | 'accounts' | 'paused'>> & {
    readonly hands?: readonly HandFact[];
    readonly letters?: NonNullable<Snapshot['ledger']>['letters'];
  };
  /** What one act settles; two things with the same are one alarm. */
  readonly act: string | null;
}

const channel = (n: number, more: Partial<ChannelFact>): ChannelFact => ({
  ...{ id: `c${n}`, title: `渠道${n}`, mode: 'twin', online: true, lastSeen: now, quota: null },
  ...more,
});
const account = (n: number, more: Partial<AccountFact>): AccountFact => ({
  ...{
    channel: 'c0',
    id: `a${n}`,
    title: `账号${n}`,
    owner: '水务局',
    active: true,
    since: now,
    expiries: [],
  },
  ...more,
});
const n = fc.nat({ max: 5 });

const restarted = n.map((i) => ({
  is: { channels: [channel(i, { online: false, lastSeen: ago(60_000) })] },
  act: null,
}));
const running = n.map((i) => ({ is: { channels: [channel(i, {})] }, act: null }));
const away = n.map((i) => ({
  is: { channels: [channel(i, { online: false, lastSeen: ago(180_000) })] },
  act: `away ${i}`,
}));
const stranded = fc
  .record({
    n,
    state: fc.constantFrom('failed', 'refused', 'expired', 'waiting', 'unknown'),
    cause: fc.option(fc.constantFrom('aaaaaaaaaaaa', 'bbbbbbbbbbbb'), { nil: null }),
  })
  .map(({ n: i, state, cause }) => ({
    is: {
      hands: [
        {
          channel: `c${i}`,
          state,
          cause: cause === null ? null : { key: cause, words: '签名未报备' },
          releasedAt: now,
        } as HandFact,
      ],
    },
    act: `hands ${cause ?? state}`,
  }));
const letter = n.map((i) => ({
  is: { letters: [{ key: `letter${i}`, words: '版本不一致', next: '升级后重新投递', count: 2, first: now }] },
  act: `letter ${i}`,
}));
const account_ = fc
  .record({
    n,
    days: fc.nat({ max: 30 }),
    active: fc.boolean(),
    expires: fc.option(fc.integer({ min: -5, max: 40 })),
  })
  .map(({ n: i, days, active, expires }) => ({
    n: i,
    is: {
      accounts: [
        account(i, {
          active,
          since: ago(days * day + 1000),
          expiries: expires === null ? [] : [{ what: '授权', on: dayAhead(expires) }],
        }),
      ],
    },
    silent: active && days >= silenceWarns,
    expiring: active && expires !== null && expires <= expiryWarns,
  }));
const paused = n.map((i) => ({
  is: { paused: [{ id: `b${i}`, by: 'operator', left: 3, begunAt: now }] },
  act: `paused ${i}`,
}));

const thing: fc.Arbitrary<Thing> = fc.oneof(
  ...[restarted, running, away, stranded, letter, paused],
  account_
    .map(({ n: i, is, silent }) => ({ is, act: silent ? `silent ${i}` : null }))
    .filter(
      // what expires is told below
      ({ is }) => is.accounts.every(({ expiries }) => expiries.length === 0),
    ),
  account_
    .filter(({ silent }) => !silent)
    .map(({ n: i, is, expiring }) => ({ is, act: expiring ? `expiring ${i}` : null })),
);

/** A town has each channel and each account once. */
const nameOf = ({ is }: Thing): string =>
  is.channels?.[0]?.id ?? is.accounts?.[0]?.id ?? is.letters?.[0]?.key ?? is.paused?.[0]?.id ?? '';
const town = fc
  .array(thing, { maxLength: 12 })
  .map((things) =>
    things.filter(
      (one, at) => nameOf(one) === '' || things.findIndex((o) => nameOf(o) === nameOf(one)) === at,
    ),
  );

function snapshotOf(things: readonly Thing[]): Snapshot {
  const all = things.map(({ is }) => is);
  return {
    now,
    channels: all.flatMap(({ channels = [] }) => channels),
    accounts: all.flatMap(({ accounts = [] }) => accounts),
    paused: all.flatMap(({ paused: some = [] }) => some),
    ledger: {
      stats: { span: '24h', at: now, bucketMs: 3_600_000, channels: [] },
      hands: all.flatMap(({ hands = [] }) => hands),
      letters: all.flatMap(({ letters = [] }) => letters),
      moved: [],
    },
  };
}

it('there is an alarm if and only if there is something that a person must do, one for each act', () => {
  fc.assert(
    fc.property(town, (things) => {
      const acts = new Set(things.flatMap(({ act }) => act ?? []));
      const alarms = alarmsOf(snapshotOf(things));
      expect(alarms).toHaveLength(acts.size);
      expect(new Set(alarms.map(({ key }) => key)).size).toBe(alarms.length);
    }),
    { numRuns: 500 },
  );
});

it('an alarm says of how many things, whose it is and what is next', () => {
  fc.assert(
    fc.property(town, (things) => {
      const snapshot = snapshotOf(things);
      const alarms = alarmsOf(snapshot);
      const about = alarms.filter(({ key }) => /^(?:cause|state):/.test(key));
      const counted = about.reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(snapshot.ledger?.hands.length);
      for (const { owner, next, count } of alarms) {
        expect(owner).not.toBe('');
        expect(next).not.toBe('');
        expect(count).toBeGreaterThan(0);
      }
    }),
  );
});

it('a tile calls for an act if and only if an alarm is about its channel', () => {
  fc.assert(
    fc.property(town, (things) => {
      const snapshot = snapshotOf(things);
      const alarms = alarmsOf(snapshot);
      for (const { channel: id, light } of tilesOf(snapshot, alarms))
        expect(light === 'act').toBe(alarms.some(({ channels }) => channels.includes(id)));
    }),
  );
});

it('without the ledger one alarm says so, and no tile pretends that all is well', () => {
  fc.assert(
    fc.property(town, (things) => {
      const snapshot = { ...snapshotOf(things), ledger: null };
      const alarms = alarmsOf(snapshot);
      expect(alarms.filter(({ key }) => key === 'ledger')).toHaveLength(1);
      for (const { light } of tilesOf(snapshot, alarms)) expect(['act', 'watch', 'unknown']).toContain(light);
    }),
  );
});

it('what is in trouble and goes on by itself is seen, and nobody is called', () => {
  const snapshot = snapshotOf([{ is: { channels: [channel(0, {})] }, act: null }]);
  const figures = {
    accepted: 0,
    waiting: 1,
    unknown: 0,
    confirmed: 0,
    failed: 0,
    share: null,
    p50: null,
    p95: null,
  };
  const owed = { backlog: 1, stuck: 1, oldest: now, confirmedAt: null };
  const own = { channel: 'c0', ...figures, ...owed, series: [], targets: [] };
  const stats = { span: '24h' as const, at: now, bucketMs: 3_600_000, channels: [own] };
  const troubled = { ...snapshot, ledger: { stats, hands: [], letters: [], moved: [] } };

  expect(alarmsOf(troubled)).toEqual([]);
  expect(tilesOf(troubled, [])).toMatchObject([
    { light: 'watch', words: '遇到阻碍，正在自动重试', backlog: 1 },
  ]);
});

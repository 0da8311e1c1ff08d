import { rowState, statsSpan, statsSpans, type StatsFigures } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from './fact.ts';
import { bucketsOf, movedSince, percentile, statsOf } from './stats.rules.ts';

const now = '2026-11-23T08:07:00.000Z';
const before = (ms: number): string => new Date(Date.parse(now) - ms).toISOString();

const fact: fc.Arbitrary<Fact> = fc
  .record({
    channel: fc.constantFrom('sms', 'led'),
    state: fc.constantFrom(...rowState.options),
    ago: fc.oneof(fc.nat({ max: 7_200_000 }), fc.nat({ max: 40 * 86_400_000 })),
    took: fc.nat({ max: 600_000 }),
    quiet: fc.boolean(),
    shows: fc.boolean(),
  })
  .map(({ channel, state, ago, took, quiet, shows }) => ({
    delivery: `7K3QZP4M:1:${channel}:publish`,
    publication: '7K3QZP4M',
    edition: 1,
    channel,
    title: '停水通知',
    state,
    shows,
    releasedAt: before(ago),
    updatedAt: before(ago),
    quietUntil: quiet && state === 'accepted' ? before(-60_000) : null,
    confirmedAt: state === 'confirmed' ? before(ago - took) : null,
    targets: [],
  }));
const town = fc.array(fact, { maxLength: 40 });
const span = fc.constantFrom(...statsSpan.options);

const counts = ({ accepted, waiting, unknown, confirmed, failed }: StatsFigures): number[] => [
  accepted,
  waiting,
  unknown,
  confirmed,
  failed,
];
const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

describe('figures', () => {
  it('count every delivery of their time once, in one bucket, but for what was made moot', () => {
    fc.assert(
      fc.property(town, span, (facts, asked) => {
        const [from = ''] = bucketsOf(asked, now);
        const inside = facts.filter((f) => f.releasedAt >= from && f.state !== 'superseded');
        const { channels } = statsOf(facts, asked, now);
        expect(sum(channels.flatMap(counts))).toBe(inside.length);
        for (const { series, ...whole } of channels)
          expect(counts(whole)).toEqual(
            counts(whole).map((_, n) => sum(series.map((b) => counts(b)[n] ?? 0))),
          );
      }),
    );
  });

  it('tell what is owed however long ago it was released, and never what sleeps until morning', () => {
    fc.assert(
      fc.property(town, span, (facts, asked) => {
        const open = ['expected', 'accepted', 'working', 'waiting', 'unknown'];
        for (const { channel, backlog, oldest } of statsOf(facts, asked, now).channels) {
          const owed = facts.filter(
            (f) => f.channel === channel && open.includes(f.state) && f.quietUntil === null,
          );
          expect(backlog).toBe(owed.length);
          expect(oldest).toBe(owed.map((f) => f.releasedAt).sort()[0] ?? null);
        }
      }),
    );
  });

  it('tell when something was last shown, and never when it was last taken back', () => {
    fc.assert(
      fc.property(town, span, (facts, asked) => {
        for (const { channel, confirmedAt } of statsOf(facts, asked, now).channels) {
          const shown = facts.filter((f) => f.channel === channel && f.shows).map((f) => f.confirmedAt);
          expect(confirmedAt).toBe(
            shown
              .filter((at) => at !== null)
              .sort()
              .at(-1) ?? null,
          );
        }
      }),
    );
  });

  it('have a share only of what came to rest', () => {
    fc.assert(
      fc.property(town, span, (facts, asked) => {
        for (const { confirmed, failed, share } of statsOf(facts, asked, now).channels)
          if (confirmed + failed === 0) expect(share).toBeNull();
          else expect(share).toBeCloseTo(confirmed / (confirmed + failed));
      }),
    );
  });
});

describe('a percentile', () => {
  it('is one of the numbers; so large a part does not exceed it, and it is the smallest such', () => {
    const numbers = fc.array(fc.nat(), { minLength: 1 }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(numbers, fc.constantFrom(0.5, 0.95), (sorted, part) => {
        const found = percentile(sorted, part) ?? -1;
        const below = (limit: number): number => sorted.filter((n) => n <= limit).length;
        expect(sorted).toContain(found);
        expect(below(found)).toBeGreaterThanOrEqual(sorted.length * part);
        expect(below(found - 1)).toBeLessThan(sorted.length * part);
      }),
    );
  });

  it('of nothing is nothing', () => expect(percentile([], 0.95)).toBeNull());
});

describe('buckets', () => {
  it.each(statsSpan.options)('of %s have no gap, and now lies in the last', (asked) => {
    const { ms, bucketMs } = statsSpans[asked];
    const buckets = bucketsOf(asked, now).map((from) => Date.parse(from));
    expect(buckets.slice(1).map((from, n) => from - (buckets[n] ?? 0))).toEqual(
      Array.from({ length: ms / bucketMs - 1 }, () => bucketMs),
    );
    expect(Date.parse(now) - (buckets.at(-1) ?? 0)).toBeLessThan(bucketMs);
    expect(Date.parse(now)).toBeGreaterThanOrEqual(buckets.at(-1) ?? 0);
  });

  it('of 28 days are days of China', () => {
    expect(bucketsOf('28d', now).at(-1)).toBe('2026-11-22T16:00:00.000Z');
  });
});

it('what moved on is told the newest first, and no more of it than was asked for', () => {
  fc.assert(
    fc.property(town, fc.integer({ min: 1, max: 10 }), (facts, most) => {
      const moved = movedSince(facts, before(3_600_000), most);
      const all = facts.map((f) => f.updatedAt).filter((at) => at >= before(3_600_000));
      expect(moved.map(({ at }) => at)).toEqual(all.sort().reverse().slice(0, most));
    }),
  );
});

import {
  statsSpans,
  type ChannelStats,
  type MovedDelivery,
  type Stats,
  type StatsFigures,
  type StatsSpan,
  type TargetStats,
} from '@towncrier/contracts';
import { standingOf, type Fact, type Standing } from './fact.ts';

/** Days in China begin eight hours before those of UTC. */
const ahead = 8 * 3_600_000;
const instant = (ms: number): string => new Date(ms).toISOString();

/** What is counted: a delivery, or its part at one target. */
interface Part {
  readonly releasedAt: string;
  readonly standing: Standing;
  readonly confirmedAt: string | null;
  readonly shows: boolean;
  readonly quiet: boolean;
}

/**
 * Figures of every channel and of its targets. Deliveries count by when they were released, in buckets that begin at
 * whole minutes, hours and days of China; what is owed counts whenever it was released. `facts`: those of the last 28
 * days, and all that are not at rest.
 */
export function statsOf(facts: Iterable<Fact>, span: StatsSpan, now: string): Stats {
  const buckets = bucketsOf(span, now);
  const byChannel = Map.groupBy(facts, ({ channel }) => channel);
  const channels = [...byChannel].sort(byName).map(([channel, own]) => channelOf(channel, own, buckets, now));
  return { span, at: now, bucketMs: statsSpans[span].bucketMs, channels };
}

/** Begins of the buckets of a time that ends with the bucket in which `now` lies. */
export function bucketsOf(span: StatsSpan, now: string): readonly string[] {
  const { ms, bucketMs } = statsSpans[span];
  const last = Math.floor((Date.parse(now) + ahead) / bucketMs) * bucketMs - ahead;
  const count = ms / bucketMs;
  return Array.from({ length: count }, (_, n) => instant(last - (count - 1 - n) * bucketMs));
}

function channelOf(
  channel: string,
  facts: readonly Fact[],
  buckets: readonly string[],
  now: string,
): ChannelStats {
  const parts = facts.map((fact) => partOf(fact, standingOf(fact, now), fact.confirmedAt, now));
  const series = buckets.map((from, n) => {
    const until = buckets[n + 1];
    const inside = parts.filter((p) => p.releasedAt >= from && (until === undefined || p.releasedAt < until));
    return { from, ...figuresOf(inside) };
  });
  return { channel, ...measuredOf(parts, buckets), series, targets: targetsOf(facts, buckets, now) };
}

function targetsOf(facts: readonly Fact[], buckets: readonly string[], now: string): TargetStats[] {
  const all = facts.flatMap((fact) =>
    fact.targets.map(({ target, standing, confirmedAt }) => ({
      target,
      part: partOf(fact, standing, confirmedAt, now),
    })),
  );
  return [...Map.groupBy(all, ({ target }) => target)].sort(byName).map(([target, own]) => ({
    target,
    ...measuredOf(
      own.map(({ part }) => part),
      buckets,
    ),
  }));
}

const partOf = (fact: Fact, standing: Standing, confirmedAt: string | null, now: string): Part => ({
  releasedAt: fact.releasedAt,
  standing,
  confirmedAt,
  shows: fact.shows,
  quiet: fact.quietUntil !== null && fact.quietUntil > now,
});

const owed: ReadonlySet<Standing> = new Set(['accepted', 'waiting', 'unknown']);

function measuredOf(parts: readonly Part[], [from = '']: readonly string[]): Omit<TargetStats, 'target'> {
  const backlog = parts.filter(({ standing, quiet }) => owed.has(standing) && !quiet);
  return {
    ...figuresOf(parts.filter(({ releasedAt }) => releasedAt >= from)),
    backlog: backlog.length,
    stuck: backlog.filter(({ standing }) => standing !== 'accepted').length,
    oldest: backlog.map(({ releasedAt }) => releasedAt).sort()[0] ?? null,
    confirmedAt:
      parts
        .flatMap((p) => (p.shows ? (p.confirmedAt ?? []) : []))
        .sort()
        .at(-1) ?? null,
  };
}

function figuresOf(parts: readonly Part[]): StatsFigures {
  const of = (standing: Standing): number => parts.filter((p) => p.standing === standing).length;
  const confirmed = of('confirmed');
  const failed = of('failed');
  const took = parts
    .flatMap((p) => (p.confirmedAt === null ? [] : [Date.parse(p.confirmedAt) - Date.parse(p.releasedAt)]))
    .map((ms) => Math.max(0, ms))
    .sort((a, b) => a - b);
  return {
    accepted: of('accepted'),
    waiting: of('waiting'),
    unknown: of('unknown'),
    confirmed,
    failed,
    share: confirmed + failed === 0 ? null : confirmed / (confirmed + failed),
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
  };
}

/** Of numbers in their order, the smallest that so large a part of them does not exceed; null of none. */
export const percentile = (sorted: readonly number[], part: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? null;

/** What moved on since an instant, the newest first. */
export const movedSince = (facts: Iterable<Fact>, since: string, most: number): readonly MovedDelivery[] =>
  [...facts]
    .filter(({ updatedAt }) => updatedAt >= since)
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt) || a.delivery.localeCompare(b.delivery))
    .slice(0, most)
    .map(({ delivery, publication, edition, channel, title, state, updatedAt: at }) => ({
      ...{ delivery, publication, edition, channel, title, state, at },
    }));

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a.localeCompare(b);

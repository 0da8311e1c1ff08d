import { z } from 'zod';
import { channelId, instant, publicationId } from './edition.ts';
import { rowState } from './ledger.ts';

/** How far back figures go, and how long (ms) one bucket of their series is. */
export const statsSpans = {
  '1h': { ms: 3_600_000, bucketMs: 300_000 },
  '24h': { ms: 86_400_000, bucketMs: 3_600_000 },
  '28d': { ms: 28 * 86_400_000, bucketMs: 86_400_000 },
} as const;
export const statsSpan = z.enum(['1h', '24h', '28d']);
export type StatsSpan = z.infer<typeof statsSpan>;

const count = z.int().nonnegative();
const ms = z.int().nonnegative().nullable();

/**
 * Deliveries that were released in a time, each counted once, by where it stands now; what a later correction or
 * withdrawal made moot is counted nowhere.
 */
export const statsFigures = z.object({
  accepted: count.meta({
    description: 'On its way: released, stored by the channel, or sent and not yet seen',
  }),
  waiting: count.meta({ description: 'To be tried again, or in hours in which nobody is disturbed' }),
  unknown: count.meta({ description: 'Being found out whether it went out' }),
  confirmed: count.meta({ description: 'Seen at the public end' }),
  failed: count.meta({ description: 'At rest without having arrived: failed, refused or expired' }),
  share: z.number().min(0).max(1).nullable().meta({
    description: 'Confirmed of all that came to rest, 0 to 1; null where nothing has',
  }),
  p50: ms.meta({ description: 'Half of the confirmed took at most so long (ms) from release' }),
  p95: ms.meta({ description: '19 of 20 confirmed took at most so long (ms) from release' }),
});
export type StatsFigures = z.infer<typeof statsFigures>;

/** Figures of one channel or target, and what it owes at this moment, whenever that was released. */
const measured = statsFigures.extend({
  backlog: count.meta({ description: 'Not at rest, and not waiting for the end of quiet hours' }),
  stuck: count.meta({ description: 'Of the backlog, what is tried again or being found out' }),
  oldest: instant.nullable().meta({ description: 'When the oldest of the backlog was released' }),
  confirmedAt: instant
    .nullable()
    .meta({ description: 'When something was last confirmed to be shown, within 28 days' }),
});

export const targetStats = measured
  .extend({ target: z.string().meta({ description: 'Its title, as the channel called it' }) })
  .meta({ id: 'TargetStats' });
export type TargetStats = z.infer<typeof targetStats>;

export const channelStats = measured
  .extend({
    channel: channelId,
    series: z.array(statsFigures.extend({ from: instant })).meta({
      description: 'One bucket after the other, the oldest first, without gaps; the last one is not over yet',
    }),
    targets: z.array(targetStats).meta({ description: 'Where calls go to single targets; by title' }),
  })
  .meta({ id: 'ChannelStats' });
export type ChannelStats = z.infer<typeof channelStats>;

export const stats = z
  .object({
    span: statsSpan,
    at: instant,
    /** Length of one bucket, ms. */
    bucketMs: count,
    channels: z.array(channelStats),
  })
  .meta({ id: 'Stats' });
export type Stats = z.infer<typeof stats>;

/** A delivery that moved on lately. */
export const movedDelivery = z
  .object({
    delivery: z.string(),
    publication: publicationId,
    edition: z.int().positive(),
    channel: channelId,
    title: z.string(),
    state: rowState,
    at: instant,
  })
  .meta({ id: 'MovedDelivery' });
export type MovedDelivery = z.infer<typeof movedDelivery>;
export const movedList = z.object({ items: z.array(movedDelivery) });

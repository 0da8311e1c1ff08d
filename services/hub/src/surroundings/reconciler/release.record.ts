import type { Operation, SettledOutcome } from '@towncrier/contracts';
import type { Fresh } from '@towncrier/storage';
import { channelsReached, type Publication } from '../../publications/publication.ts';
import type { ReleaseDoc } from './reconciler.documents.ts';

/** A record before it is stored. */
export type ReleaseRecord = Fresh<ReleaseDoc>;

/** `afterMs`: how long a channel may take to accept; doubles with every telling up to `maxWaitMs`. */
export interface Patience {
  readonly afterMs: number;
  readonly maxWaitMs: number;
  readonly giveUpMs: number;
}

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** One record per operation the publication let out so far. */
export function recordsOf(publication: Publication, patience: Patience): readonly ReleaseRecord[] {
  const record = (
    edition: number,
    operation: Operation,
    releasedAt: string,
    channels: readonly string[],
  ): ReleaseRecord => ({
    _id: `${publication.id}:${edition}:${operation}`,
    publication: publication.id,
    edition,
    operation,
    releasedAt,
    channels: channels.map((id) => ({ id, accepted: false, outcome: null })),
    tellings: 0,
    nextAt: later(releasedAt, patience.afterMs),
  });
  const released = publication.editions.flatMap((e) =>
    e.releasedAt === null ? [] : [record(e.edition, 'publish', e.releasedAt, e.channels)],
  );
  const last = released.at(-1);
  if (publication.ending === null || last === undefined) return released;
  return [...released, record(last.edition, 'withdraw', publication.ending.at, channelsReached(publication))];
}

/** A channel reported. The same record when that is nothing new. */
export function heard<R extends ReleaseRecord>(
  record: R,
  channel: string,
  outcome: SettledOutcome | null,
): R {
  const known = record.channels.find((c) => c.id === channel);
  if (known === undefined || (known.accepted && (outcome === null || outcome === known.outcome)))
    return record;
  const channels = record.channels.map((c) =>
    c.id === channel ? { ...c, accepted: true, outcome: outcome ?? c.outcome } : c,
  );
  return { ...record, channels, nextAt: channels.every((c) => c.accepted) ? null : record.nextAt };
}

/** It was told once more. */
export function toldAgain<R extends ReleaseRecord>(record: R, now: string, patience: Patience): R {
  const open =
    record.channels.some((c) => !c.accepted) &&
    Date.parse(now) - Date.parse(record.releasedAt) < patience.giveUpMs;
  const waitMs = Math.min(patience.afterMs * 2 ** (record.tellings + 1), patience.maxWaitMs);
  return { ...record, tellings: record.tellings + 1, nextAt: open ? later(now, waitMs) : null };
}

/** It still waits in the outbox, so nobody can have heard it: look again later, without counting. */
export function postponed<R extends ReleaseRecord>(record: R, now: string, patience: Patience): R {
  return { ...record, nextAt: later(now, patience.afterMs) };
}

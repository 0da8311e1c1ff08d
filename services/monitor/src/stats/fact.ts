import {
  shows,
  type LedgerEntry,
  type RowState,
  type StatsFigures,
  type TimelineEntry,
} from '@towncrier/contracts';

/** Where a delivery, or its part at one target, is counted; null for what was made moot. */
export type Standing = Exclude<keyof StatsFigures, 'share' | 'p50' | 'p95'> | null;

/** As much of a delivery as figures are made of. */
export interface Fact {
  readonly delivery: string;
  readonly publication: string;
  readonly edition: number;
  readonly channel: string;
  readonly title: string;
  readonly state: RowState;
  readonly releasedAt: string;
  readonly updatedAt: string;
  /** End of the quiet hours that it waits for. */
  readonly quietUntil: string | null;
  /** Whether it puts something up; what is taken back is no sign of life. */
  readonly shows: boolean;
  readonly confirmedAt: string | null;
  readonly targets: readonly TargetFact[];
}

export interface TargetFact {
  readonly target: string;
  readonly standing: Standing;
  readonly confirmedAt: string | null;
}

const standings: Readonly<Record<RowState, Standing>> = {
  expected: 'accepted',
  accepted: 'accepted',
  working: 'accepted',
  waiting: 'waiting',
  unknown: 'unknown',
  confirmed: 'confirmed',
  superseded: null,
  refused: 'failed',
  expired: 'failed',
  failed: 'failed',
};

type Row = LedgerEntry & { readonly updatedAt: string };

export function factOf(row: Row): Fact {
  const { delivery, publication, edition, channel, title, state, releasedAt, updatedAt } = row;
  return {
    ...{ delivery, publication, edition, channel, title, state, releasedAt, updatedAt },
    quietUntil:
      state === 'accepted'
        ? (row.timeline.findLast(({ verb }) => verb === 'accept')?.waitsUntil ?? null)
        : null,
    shows: shows(row),
    confirmedAt: state === 'confirmed' ? (row.settledAt ?? updatedAt) : null,
    targets: targetsOf(row),
  };
}

/** @param now until the quiet hours are over it waits, whatever else it could do */
export const standingOf = (
  { state, quietUntil }: Pick<Fact, 'state' | 'quietUntil'>,
  now: string,
): Standing => (quietUntil !== null && quietUntil > now ? 'waiting' : standings[state]);

/** Its part at each target that was tried, by what was said of it last. */
function targetsOf(row: Row): readonly TargetFact[] {
  const parts = new Map<string, TimelineEntry>();
  for (const entry of row.timeline) if (entry.target !== undefined) parts.set(entry.target, entry);
  return [...parts].map(([target, last]) => partOf(row, target, last));
}

function partOf(row: Row, target: string, last: TimelineEntry): TargetFact {
  const { state, settledAt } = row;
  const whole = standings[state];
  const seen = last.outcome === (shows(row) ? 'present' : 'gone');
  if (whole === null) return { target, standing: null, confirmedAt: null };
  if (whole === 'confirmed') return { target, standing: whole, confirmedAt: settledAt ?? last.at };
  if (seen) return { target, standing: 'confirmed', confirmedAt: last.at };
  return { target, standing: whole === 'failed' ? 'failed' : underWay(last.outcome), confirmedAt: null };
}

function underWay(outcome: TimelineEntry['outcome']): Standing {
  if (outcome === 'refused' || outcome === 'operator') return 'failed';
  if (outcome === 'unknown') return 'unknown';
  return ['busy', 'credentials', 'quota', 'gone'].includes(outcome) ? 'waiting' : 'accepted';
}

import type { CourseSpan, LedgerEntry, TimelineEntry } from '@towncrier/contracts';
import { causeOf, failing } from '../matrix/cause.ts';

/** Verbs after which the far end has it. */
const sent: ReadonlySet<TimelineEntry['verb']> = new Set(['publish', 'withdraw']);
const handedOver: ReadonlySet<TimelineEntry['outcome']> = new Set(['done', 'pending', 'unknown']);

/** Who has it at the far end, by target, and since when anybody has. */
class FarEndTime {
  private readonly holders = new Set<string>();
  private since: string | null = null;

  get began(): string | undefined {
    return this.since ?? undefined;
  }

  /** What is over of it, when the last one no longer has it. */
  after({ verb, outcome, target = '', at }: TimelineEntry): readonly CourseSpan[] {
    if (sent.has(verb) && handedOver.has(outcome)) {
      this.holders.add(target);
      this.since ??= at;
      return [];
    }
    if (sent.has(verb) || outcome === 'gone') this.holders.delete(target);
    return this.holders.size === 0 ? this.over(at) : [];
  }

  over(at: string): readonly CourseSpan[] {
    const { since } = this;
    this.since = null;
    this.holders.clear();
    return since === null ? [] : [span('far-end', since, at, withThem)];
  }
}
const withThem = '对方平台办理，等待公众端可见';

/**
 * What happened to a delivery as pieces of one clock, in their order: gaps between what was told are told too. Looks
 * at the far end lie within the time it had it.
 */
export function courseOf(
  row: Pick<LedgerEntry, 'timeline' | 'state' | 'releasedAt'>,
  now: string,
): readonly CourseSpan[] {
  const spans: CourseSpan[] = [];
  const farEnd = new FarEndTime();
  let reached = row.releasedAt;
  let waitsUntil: string | undefined;
  for (const entry of [...row.timeline].sort((a, b) => begin(a).localeCompare(begin(b)))) {
    if (farEnd.began === undefined) spans.push(...gap(reached, begin(entry), waitsUntil, entry));
    if (entry.verb === 'accept') waitsUntil = entry.waitsUntil;
    else if (entry.startedAt !== undefined) {
      waitsUntil = undefined;
      spans.push(attempt(entry, row), ...farEnd.after(entry));
    } else if (isRest(entry))
      spans.push(...farEnd.over(entry.at), span('rest', entry.at, entry.at, entry.words, entry));
    reached = entry.at > reached ? entry.at : reached;
  }
  return [...spans, ...open(row, reached, farEnd.began, waitsUntil, now)];
}

const begin = (entry: TimelineEntry): string => entry.startedAt ?? entry.at;
const isRest = ({ verb }: TimelineEntry): boolean =>
  verb === 'settle' || verb === 'handle' || verb === 'retry';

function span(is: CourseSpan['is'], from: string, to: string, words: string, of?: TimelineEntry): CourseSpan {
  return {
    is,
    from,
    to,
    ms: Math.max(0, Date.parse(to) - Date.parse(from)),
    words,
    failed: of !== undefined && failing.has(of.outcome),
    ...(of === undefined ? {} : { verb: of.verb, outcome: of.outcome }),
    ...(of?.target === undefined ? {} : { target: of.target }),
    ...(of?.exchanges === undefined ? {} : { exchanges: of.exchanges }),
  };
}

function attempt(entry: TimelineEntry, { state }: Pick<LedgerEntry, 'state'>): CourseSpan {
  const cause = state === 'confirmed' ? undefined : causeOf({ state, timeline: [entry] });
  return {
    ...span('attempt', entry.startedAt ?? entry.at, entry.endedAt ?? entry.at, entry.words, entry),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** Between two things that were told: it was not to begin before an hour, or nothing was in the way. */
function gap(
  from: string,
  to: string,
  until: string | undefined,
  before: TimelineEntry,
): readonly CourseSpan[] {
  if (to <= from) return [];
  const end = until === undefined || until <= from ? from : until < to ? until : to;
  const waited = end > from ? [span('waiting', from, end, '免打扰时段，到时再办')] : [];
  if (end >= to) return waited;
  const words =
    before.verb === 'accept' ? '等待渠道接收' : isRest(before) ? '停下，等待处理' : '排队等待办理';
  return [...waited, span('queued', end, to, words)];
}

/** What is not over yet lasts until now. */
function open(
  { state }: Pick<LedgerEntry, 'state'>,
  reached: string,
  since: string | undefined,
  until: string | undefined,
  now: string,
): readonly CourseSpan[] {
  if (now <= reached) return [];
  if (since !== undefined) return [span('far-end', since, now, withThem)];
  if (state === 'waiting') return [span('waiting', reached, now, '等待再次办理')];
  if (state === 'expected') return [span('queued', reached, now, '等待渠道接收')];
  if (state === 'accepted' && until !== undefined && until > reached)
    return [span('waiting', reached, until < now ? until : now, '免打扰时段，到时再办')];
  return state === 'accepted' || state === 'working' || state === 'unknown'
    ? [span('queued', reached, now, '排队等待办理')]
    : [];
}

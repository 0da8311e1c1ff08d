import { z } from 'zod';

/** How often something recurs. */
export const interval = z.enum(['week', 'halfMonth', 'month', 'quarter', 'halfYear', 'year']);
export type Interval = z.infer<typeof interval>;

const count = z.int().positive();
const workingDays = z.enum([
  'workingDaysFromFormation',
  'workingDaysFromDecision',
  'workingDaysFromEvent',
  'workingDaysFromRequest',
]);
/** Limits from which no last day to publish follows: how long it stands, or what a person has to decide. */
const withoutLastDay = z.enum([
  'noticePeriod',
  'withdrawWithin',
  'stopPublicityAfter',
  'beforeEvent',
  'permanent',
  'promptly',
]);

/**
 * A time limit of the disclosure catalogue, as far as it is understood by a machine. The kinds are closed;
 * each may say more beside.
 */
export const timeLimitRule = z.discriminatedUnion('kind', [
  /** At least `times` within each interval; once where nothing is said. */
  z.looseObject({ kind: z.literal('periodic'), every: interval, times: count.optional() }),
  z.looseObject({ kind: workingDays, days: count }),
  z
    .looseObject({
      kind: z.literal('calendarDaysFromEvent'),
      days: count.optional(),
      months: count.optional(),
    })
    .refine((r) => (r.days === undefined) !== (r.months === undefined), 'either days or months'),
  z.looseObject({ kind: z.literal('realtime') }),
  z.looseObject({ kind: withoutLastDay }),
]);
export type TimeLimitRule = z.infer<typeof timeLimitRule>;

/** A rule as somebody wrote it, in words that may be unknown. */
export interface WrittenRule {
  readonly kind: string;
}

/** No date is computed from a word that nobody has given a meaning. */
export class UnknownTimeLimit extends Error {
  override readonly name = 'UnknownTimeLimit';
  constructor(readonly word: string) {
    super(`no time limit is known by ${word}`);
  }
}

/** @throws UnknownTimeLimit naming the rule */
export function understood(rule: WrittenRule): TimeLimitRule {
  const read = timeLimitRule.safeParse(rule);
  if (!read.success) throw new UnknownTimeLimit(JSON.stringify(rule));
  return read.data;
}

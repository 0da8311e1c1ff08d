import { recurringDueDates, type ChinaCalendar } from '@towncrier/calendar';
import { z } from 'zod';
import { nameOf, type Item } from '../catalogue/item.ts';

/**
 * Something a catalogue item asks for again and again: due by the last working day of each period, met by a
 * publication for the item within it.
 */
export const obligation = z
  .object({
    item: z.string(),
    name: z.string(),
    body: z.string(),
    lead: z.string().nullable(),
    from: z.iso.date(),
    dueOn: z.iso.date(),
    state: z.enum(['met', 'open', 'overdue']),
    publication: z.string().nullable(),
  })
  .meta({ id: 'Obligation' });
export type Obligation = z.infer<typeof obligation>;

/** A release for an item, by its day in China. */
export interface Release {
  readonly publication: string;
  readonly on: string;
}

/** What is known: releases by item, `since` when there has been a catalogue at all, and the day it is. */
export interface Known {
  readonly releases: ReadonlyMap<string, readonly Release[]>;
  readonly since: string;
  readonly today: string;
}

/** Pure. All obligations of a year, the earliest first. @throws NoCalendarFor */
export function obligationsOf(
  items: readonly Item[],
  year: number,
  calendar: ChinaCalendar,
  { releases, since, today }: Known,
): readonly Obligation[] {
  return items
    .flatMap((item) => {
      const dates = recurringDueDates(item.timeLimit.rules, year, calendar);
      return dates.map((dueOn, n): Obligation => {
        const after = dates[n - 1];
        const met = (releases.get(item.id) ?? []).find(
          ({ on }) => on <= dueOn && (after === undefined ? on >= `${year}-01-01` : on > after),
        );
        return {
          item: item.id,
          name: nameOf(item),
          body: item.body,
          lead: item.lead,
          from: after === undefined ? `${year}-01-01` : after,
          dueOn,
          state: met !== undefined ? 'met' : dueOn < today ? 'overdue' : 'open',
          publication: met?.publication ?? null,
        };
      });
    })
    .filter((o) => o.dueOn >= since)
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.item.localeCompare(b.item));
}

import { recurringPeriods, type ChinaCalendar, type Period } from '@towncrier/calendar';
import { z } from 'zod';
import { nameOf, type Item } from '../catalogue/item.ts';
import { startOf, writeStart } from './write.start.ts';

/**
 * Something a catalogue item asks for again and again: due by the end of each period, met by a publication
 * for the item since its beginning. Where a period asks for several, `nth` tells them apart.
 */
export const obligation = z
  .object({
    item: z.string(),
    name: z.string(),
    body: z.string(),
    lead: z.string().nullable(),
    from: z.iso.date(),
    dueOn: z.iso.date(),
    provisional: z.boolean().meta({ description: '`dueOn` lies in a year that is not announced yet' }),
    nth: z.int().positive(),
    state: z.enum(['met', 'open', 'overdue']),
    publication: z.string().nullable(),
    write: writeStart.meta({ description: 'What a draft that would meet it begins as' }),
  })
  .meta({ id: 'Obligation' });
export type Obligation = z.infer<typeof obligation>;
export const obligationTitles: Readonly<Record<Obligation['state'], string>> = {
  met: '已公开',
  open: '未到期',
  overdue: '已逾期',
};

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

/**
 * Pure. All obligations of a year, the earliest first.
 * @throws UnknownTimeLimit naming the rule
 */
export function obligationsOf(
  items: readonly Item[],
  year: number,
  calendar: ChinaCalendar,
  known: Known,
): readonly Obligation[] {
  return items
    .flatMap((item) =>
      obligationsOn(item, recurringPeriods(item.timeLimit.rules, year, calendar), calendar, known),
    )
    .filter((o) => o.dueOn >= known.since)
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.item.localeCompare(b.item) || a.nth - b.nth);
}

/** Each release meets one obligation: the earliest that is still open and within whose period it lies. */
function obligationsOn(
  item: Item,
  periods: readonly Period[],
  calendar: ChinaCalendar,
  { releases, today }: Known,
): readonly Obligation[] {
  const left = (releases.get(item.id) ?? []).toSorted((a, b) => a.on.localeCompare(b.on));
  return periods.flatMap(({ from, dueOn, times }) =>
    Array.from({ length: times }, (_, n): Obligation => {
      const at = left.findIndex(({ on }) => from <= on && on <= dueOn);
      const [met] = at === -1 ? [] : left.splice(at, 1);
      return {
        item: item.id,
        name: nameOf(item),
        body: item.body,
        lead: item.lead,
        from,
        dueOn,
        provisional: !calendar.knows(dueOn),
        nth: n + 1,
        state: met !== undefined ? 'met' : dueOn < today ? 'overdue' : 'open',
        publication: met?.publication ?? null,
        write: startOf(item),
      };
    }),
  );
}

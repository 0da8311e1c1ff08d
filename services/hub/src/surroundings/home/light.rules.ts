import type { Obligation } from '../obligations/obligations.ts';
import type { freshness } from '../columns/columns.documents.ts';
import type { z } from 'zod';
import { dayAfter, daysBetween } from './home.days.ts';
import type { Light } from './home.view.ts';

/** Days after which a column counts as stale; null for those that publish as things happen. */
const staleAfter: Readonly<Record<z.infer<typeof freshness>, number | null>> = {
  F14: 14,
  F60: 60,
  F90: 90,
  F180: 180,
  F365: 365,
  FEVT: null,
  FCAL: null,
};
/** From this share of the time on its owner is warned. */
const warnedFrom = 0.7;
/** How soon (days) what is due makes a light yellow. */
const soon = 7;

/** A column, and the last day on which something came into it; null for never. */
export interface ColumnSeen {
  readonly title: string;
  readonly freshness: z.infer<typeof freshness>;
  readonly lastOn: string | null;
}

const order: readonly Light['shows'][] = ['red', 'yellow', 'green'];

/** The worst first; of one colour in the order of their names. */
export const lightsOf = (
  columns: readonly ColumnSeen[],
  obligations: readonly Obligation[],
  today: string,
): readonly Light[] =>
  [...columns.flatMap((column) => columnLight(column, today)), ...bodyLights(obligations, today)].toSorted(
    (a, b) => order.indexOf(a.shows) - order.indexOf(b.shows) || a.name.localeCompare(b.name, 'zh'),
  );

function columnLight({ title, freshness, lastOn }: ColumnSeen, today: string): readonly Light[] {
  const limit = staleAfter[freshness];
  if (limit === null) return [];
  const of = { of: 'column' as const, name: title };
  if (lastOn === null) return [{ ...of, shows: 'red', words: `从未发布；要求 ${limit} 天内更新` }];
  const days = daysBetween(lastOn, today);
  const words = `${days} 天没有更新；要求 ${limit} 天内更新`;
  if (days > limit) return [{ ...of, shows: 'red', words }];
  return [{ ...of, shows: days >= limit * warnedFrom ? 'yellow' : 'green', words }];
}

function bodyLights(obligations: readonly Obligation[], today: string): readonly Light[] {
  const byBody = Map.groupBy(obligations, ({ lead, body }) => lead ?? body);
  return [...byBody].map(([name, own]): Light => {
    const late = own.filter(({ state }) => state === 'overdue').length;
    const near = own.filter(({ state, dueOn }) => state === 'open' && dueOn <= dayAfter(today, soon)).length;
    const shows = late > 0 ? 'red' : near > 0 ? 'yellow' : 'green';
    return { of: 'body', name, shows, words: `逾期 ${late} 项，${soon} 天内到期 ${near} 项` };
  });
}

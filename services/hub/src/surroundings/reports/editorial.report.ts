import { daysBetween, plusDays, plusMonths } from '@towncrier/calendar';
import { dateInChina } from '@towncrier/content';
import { z } from 'zod';
import type { PublicationDoc } from '../../publications/publication.document.ts';

const counts = z.object({
  released: z.int(),
  urgent: z.int(),
  corrected: z.int(),
  withdrawn: z.int(),
  returned: z.int(),
});
/** One month of editorial work. `urgentShare` is the part of the releases that went before their reviews. */
export const editorialReport = z
  .object({
    month: z.string(),
    dueOn: z.iso.date().meta({ description: 'Last day to hand the report in' }),
    total: counts.extend({ urgentShare: z.number(), urgentUnreviewed: z.int(), urgentFaulted: z.int() }),
    before: counts.meta({ description: 'The same of the month before' }),
    byOrganisation: z.array(counts.extend({ organisation: z.string(), name: z.string() })),
    byDay: z
      .array(z.object({ on: z.iso.date(), released: z.int() }))
      .meta({ description: 'Every day of the month' }),
    anchor: z.string().nullable().meta({
      description: 'Twelve characters of the latest anchor of the audit trail, to be printed and kept',
    }),
  })
  .meta({ id: 'EditorialReport' });
export type EditorialReport = z.infer<typeof editorialReport>;
type Counts = z.infer<typeof counts>;

const none: Counts = { released: 0, urgent: 0, corrected: 0, withdrawn: 0, returned: 0 };
const sum = (a: Counts, b: Counts): Counts => ({
  released: a.released + b.released,
  urgent: a.urgent + b.urgent,
  corrected: a.corrected + b.corrected,
  withdrawn: a.withdrawn + b.withdrawn,
  returned: a.returned + b.returned,
});

/** What is known beside the publications. */
export interface Known {
  readonly dueOn: string;
  readonly anchor: string | null;
  /** Names of bodies by their codes. */
  readonly nameOf: (organisation: string) => string;
}

/**
 * Pure. `month` is `yyyy-MM`, by the clock in China; `docs` are all publications that changed since the month
 * before it began.
 */
export function editorialReportOf(
  month: string,
  docs: readonly PublicationDoc[],
  { dueOn, anchor, nameOf }: Known,
): EditorialReport {
  const within = (at: string): boolean => dateInChina(at).startsWith(month);
  const rows = rowsOf(docs, within);
  const total = [...rows.values()].reduce(sum, none);
  const earlier = monthBefore(month);
  const before = [...rowsOf(docs, (at) => dateInChina(at).startsWith(earlier)).values()].reduce(sum, none);
  const urgent = docs.flatMap((d) => d.urgentReleases).filter((r) => within(r.at));
  return {
    month,
    dueOn,
    total: {
      ...total,
      urgentShare: total.released === 0 ? 0 : total.urgent / total.released,
      urgentUnreviewed: urgent.filter((r) => r.review === null).length,
      urgentFaulted: urgent.filter((r) => r.review?.verdict === 'faulted').length,
    },
    before,
    byOrganisation: [...rows]
      .filter(([, row]) => Object.values(row).some((count) => count > 0))
      .map(([organisation, row]) => ({ organisation, name: nameOf(organisation), ...row }))
      .sort((a, b) => b.released - a.released || a.organisation.localeCompare(b.organisation)),
    byDay: daysOf(month, docs),
    anchor,
  };
}

export const monthBefore = (month: string): string => plusMonths(`${month}-01`, -1).slice(0, 7);

function rowsOf(
  docs: readonly PublicationDoc[],
  within: (at: string) => boolean,
): ReadonlyMap<string, Counts> {
  const rows = new Map<string, Counts>();
  for (const doc of docs)
    rows.set(doc.organisation, sum(rows.get(doc.organisation) ?? none, countsOf(doc, within)));
  return rows;
}

function daysOf(month: string, docs: readonly PublicationDoc[]): EditorialReport['byDay'] {
  const out = docs.flatMap((doc) =>
    doc.editions.flatMap(({ releasedAt }) => (releasedAt === null ? [] : [dateInChina(releasedAt)])),
  );
  const first = `${month}-01`;
  return Array.from({ length: daysBetween(first, plusMonths(first, 1)) }, (_, n) => {
    const on = plusDays(first, n);
    return { on, released: out.filter((day) => day === on).length };
  });
}

function countsOf(doc: PublicationDoc, within: (at: string) => boolean): Counts {
  const out = doc.editions.filter((e) => e.releasedAt !== null && within(e.releasedAt));
  return {
    released: out.length,
    urgent: doc.urgentReleases.filter((r) => within(r.at)).length,
    corrected: out.filter((e) => e.corrects !== undefined).length,
    withdrawn: doc.ending?.act === 'withdraw' && within(doc.ending.at) ? 1 : 0,
    returned: doc.editions.flatMap((e) => e.reviews).filter((r) => r.verdict === 'returned' && within(r.at))
      .length,
  };
}

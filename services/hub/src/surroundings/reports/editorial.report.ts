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
    total: counts.extend({ urgentShare: z.number(), urgentUnreviewed: z.int(), urgentFaulted: z.int() }),
    byOrganisation: z.array(counts.extend({ organisation: z.string() })),
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

/**
 * Pure. `month` is `yyyy-MM`, by the clock in China; `docs` are all publications that changed since it began.
 */
export function editorialReportOf(
  month: string,
  docs: readonly PublicationDoc[],
  anchor: string | null,
): EditorialReport {
  const within = (at: string): boolean => dateInChina(at).startsWith(month);
  const rows = new Map<string, Counts>();
  for (const doc of docs)
    rows.set(doc.organisation, sum(rows.get(doc.organisation) ?? none, countsOf(doc, within)));
  const total = [...rows.values()].reduce(sum, none);
  const urgent = docs.flatMap((d) => d.urgentReleases).filter((r) => within(r.at));
  return {
    month,
    total: {
      ...total,
      urgentShare: total.released === 0 ? 0 : total.urgent / total.released,
      urgentUnreviewed: urgent.filter((r) => r.review === null).length,
      urgentFaulted: urgent.filter((r) => r.review?.verdict === 'faulted').length,
    },
    byOrganisation: [...rows]
      .map(([organisation, row]) => ({ organisation, ...row }))
      .sort((a, b) => b.released - a.released || a.organisation.localeCompare(b.organisation)),
    anchor,
  };
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

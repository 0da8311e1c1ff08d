import { z } from 'zod';
import { missingElements } from './item.rules.ts';
import type { Item } from './item.ts';
import { fields, stages, tiers } from './vocabulary.ts';

const counts = z.record(z.string(), z.int());
const line = z.object({
  code: z.string(),
  name: z.string(),
  lead: z.string(),
  items: z.int(),
  complete: z.int(),
  active: z.int(),
  stages: counts,
  tiers: counts,
  bodies: z.int(),
});
/** 全市汇总: the catalogue as one table, a line per field. */
export const catalogueSummary = z
  .object({
    version: z.int().nullable(),
    effectiveFrom: z.iso.date().nullable(),
    items: z.int(),
    complete: z.int(),
    fields: z.array(line),
  })
  .meta({ id: 'CatalogueSummary' });
export type CatalogueSummary = z.infer<typeof catalogueSummary>;

export function summaryOf(items: readonly Item[]): Pick<CatalogueSummary, 'items' | 'complete' | 'fields'> {
  const complete = (list: readonly Item[]): number =>
    list.filter((i) => missingElements(i).length === 0).length;
  return {
    items: items.length,
    complete: complete(items),
    fields: fields.map(({ code, name, lead }) => {
      const own = items.filter((i) => i.field === code);
      return {
        code,
        name,
        lead,
        items: own.length,
        complete: complete(own),
        active: own.filter((i) => i.manner === 'active').length,
        bodies: new Set(own.map((i) => i.body)).size,
        stages: Object.fromEntries(stages.map((s) => [s.code, own.filter((i) => i.stage === s.code).length])),
        tiers: Object.fromEntries(
          tiers.map(({ code: t }) => [t, own.filter((i) => i.tier.includes(t)).length]),
        ),
      };
    }),
  };
}

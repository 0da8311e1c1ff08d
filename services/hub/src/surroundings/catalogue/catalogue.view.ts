import { z } from 'zod';
import { steps } from '../../access/steps/step.ts';
import { item } from './item.ts';
import { itemFinding } from './item.rules.ts';

export const versionSummary = z
  .object({
    number: z.int(),
    version: z.int().meta({ description: 'What a change names' }),
    title: z.string(),
    origin: z.string(),
    state: z.enum(['draft', 'adopted', 'dropped']),
    stateTitle: z.string().meta({ description: 'The state in words' }),
    effectiveFrom: z.iso.date().nullable(),
    items: z.int(),
    incomplete: z.int(),
    inForce: z.boolean(),
    steps,
  })
  .meta({ id: 'CatalogueVersionSummary' });
export type VersionSummary = z.infer<typeof versionSummary>;

export const versionDetail = versionSummary
  .omit({ items: true })
  .extend({ items: z.array(item), findings: z.array(itemFinding) })
  .meta({ id: 'CatalogueVersion' });
export type VersionDetail = z.infer<typeof versionDetail>;

export const rowReport = z
  .object({
    row: z.int(),
    id: z.string().nullable(),
    name: z.string(),
    problems: z.array(z.string()),
    advice: z.array(z.string()),
  })
  .meta({ id: 'CatalogueRowReport' });
/** Something of the file that is in no row (a hidden or struck one, a second sheet). */
export const importLoss = z
  .object({ severity: z.enum(['block', 'advise']), message: z.string(), remedy: z.string() })
  .meta({ id: 'CatalogueImportLoss' });
/**
 * `catalogue` is null when a row could not be read, or while a person has not confirmed that what is in no row
 * may stay out: then nothing was stored.
 */
export const importReport = z
  .object({
    rows: z.array(rowReport),
    losses: z.array(importLoss),
    good: z.int(),
    bad: z.int(),
    incomplete: z.int(),
    catalogue: versionSummary.nullable(),
  })
  .meta({ id: 'CatalogueImport' });
export type ImportReport = z.infer<typeof importReport>;

export const importQuery = z.strictObject({
  mode: z.enum(['replace', 'merge']).default('replace'),
  dryRun: z.stringbool().default(false),
  confirmed: z
    .stringbool()
    .default(false)
    .meta({ description: 'Losses that block were looked at, and the file is to be taken without them' }),
});
export const itemsQuery = z.strictObject({
  on: z.iso.date().optional(),
  field: z.string().max(20).optional(),
  stage: z.string().max(20).optional(),
  tier: z.string().max(20).optional(),
  body: z.string().max(60).optional(),
  q: z.string().max(60).optional(),
});
export type ItemsQuery = z.infer<typeof itemsQuery>;

const version = z.int().positive().meta({ description: 'The version that was seen' });
export const adoptRequest = z
  .strictObject({ version, effectiveFrom: z.iso.date() })
  .meta({ id: 'AdoptCatalogue' });
export const putItemRequest = z.strictObject({ version, item }).meta({ id: 'PutCatalogueItem' });
export const versionOnly = z.strictObject({ version }).meta({ id: 'CatalogueVersionSeen' });

const closedFacts = {
  name: z.string().trim().min(1).max(100),
  code: z.string().max(10),
  basis: z.string().trim().max(300),
  reason: z.string().trim().min(1).max(500),
  organisation: z.string().min(1).max(40),
  reviewOn: z.iso.date(),
};
export const closeRequest = z.strictObject(closedFacts).meta({ id: 'CloseItem' });
export type CloseRequest = z.infer<typeof closeRequest>;
export const openRequest = z
  .strictObject({ version, reason: z.string().trim().min(1).max(500) })
  .meta({ id: 'OpenItem' });
export const closedView = z
  .object({
    id: z.string(),
    version: z.int(),
    ...closedFacts,
    article: z.string(),
    state: z.enum(['closed', 'opened']),
    stateTitle: z.string().meta({ description: 'The state in words' }),
    reviewDue: z.boolean(),
    steps,
  })
  .meta({ id: 'ClosedItem' });
export type ClosedView = z.infer<typeof closedView>;

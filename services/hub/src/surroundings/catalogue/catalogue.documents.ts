import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';
import { auditedFields } from '../../trail/audited.store.ts';
import { item } from './item.ts';

/**
 * One version of the whole catalogue. A draft may still change; an adopted one is in force from a day on,
 * until another one is.
 */
const catalogueVersion = z.object({
  _id: z.string(),
  version: z.int(),
  number: z.int().positive(),
  title: z.string(),
  origin: z.string(),
  state: z.enum(['draft', 'adopted', 'dropped']),
  effectiveFrom: z.iso.date().nullable(),
  items: z.array(item),
  ...auditedFields,
});
export type CatalogueVersionDoc = z.infer<typeof catalogueVersion>;
export const catalogueVersions: CollectionSpec<CatalogueVersionDoc> = {
  name: 'catalogue_versions',
  schemaVersion: 1,
  schema: catalogueVersion,
  indexes: [['number'], ['unauditedAt']],
};

/**
 * 不予公开清单: what stays closed, why, and when somebody has to ask again (《政府信息公开条例》第十八条).
 */
const closedItem = z.object({
  _id: z.string(),
  version: z.int(),
  name: z.string(),
  code: z.string(),
  basis: z.string(),
  reason: z.string(),
  organisation: z.string(),
  reviewOn: z.iso.date(),
  state: z.enum(['closed', 'opened']),
  ...auditedFields,
});
export type ClosedItemDoc = z.infer<typeof closedItem>;
export const closedItems: CollectionSpec<ClosedItemDoc> = {
  name: 'catalogue_closed',
  schemaVersion: 1,
  schema: closedItem,
  indexes: [['state', 'reviewOn'], ['unauditedAt']],
};

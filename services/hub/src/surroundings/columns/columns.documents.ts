import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { steps } from '../../access/steps/step.ts';
import { auditedFields } from '../../trail/audited.store.ts';
import { levelsAndSecrecy, reviewKinds, type ReviewRoute } from '../../publications/review.kind.ts';

/** How soon a column counts as stale; see the check indicators 国办秘函〔2019〕19号. */
export const freshness = z.enum(['F14', 'F60', 'F90', 'F180', 'F365', 'FEVT', 'FCAL']);
const facts = {
  title: z.string().trim().min(1).max(30),
  owner: z.string().min(1).max(40),
  columnType: z.string().min(1).max(30),
  freshness,
  purpose: z.string().max(200),
  /** How many of the house's own approvals; not read where the column names its reviews. */
  reviewLevels: levelsAndSecrecy.shape.levels,
  /** Whether the house's own clearance follows; not read where the column names its reviews. */
  secrecyReview: levelsAndSecrecy.shape.secrecy,
  /** Reviews of the column's own, in order; null where it is content with the house's. */
  reviews: reviewKinds.nullable().optional(),
  defaultType: z.string().min(1).max(40),
};
export const columnFacts = z.strictObject(facts);
export type ColumnFacts = z.infer<typeof columnFacts>;
export const columnCode = z.string().regex(/^[a-z][a-z0-9-]{1,19}$/);

/** Which reviews an edition in this column needs. */
export const routeIn = ({ reviews, reviewLevels, secrecyReview }: Frozen<ColumnFacts>): ReviewRoute =>
  reviews == null ? { levels: reviewLevels, secrecy: secrecyReview } : { kinds: reviews };

const columnDoc = z.object({
  _id: columnCode,
  version: z.int(),
  ...facts,
  abolished: z.boolean(),
  ...auditedFields,
});
export type ColumnDoc = Frozen<z.infer<typeof columnDoc>>;
/**
 * 栏目: where a publication stands on the portal, and which reviews it needs. `_id` is its code; never
 * deleted, only abolished.
 */
export const columnDocs: CollectionSpec<ColumnDoc> = {
  name: 'columns',
  schemaVersion: 1,
  schema: columnDoc,
  indexes: [['abolished'], ['unauditedAt']],
};
export const columnView = z
  .object({
    code: columnCode,
    version: z.int(),
    ...facts,
    reviews: reviewKinds.nullable().meta({
      description:
        'Reviews of the column’s own, in order; null: those of the house, by reviewLevels and secrecyReview',
    }),
    abolished: z.boolean(),
    steps,
  })
  .meta({ id: 'Column' });
export type ColumnView = Frozen<z.infer<typeof columnView>>;

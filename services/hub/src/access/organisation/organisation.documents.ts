import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';
import { auditedFields } from '../../trail/audited.store.ts';

export const organisationKind = z.enum(['city', 'department', 'township', 'village', 'service-point']);
export type OrganisationKind = z.infer<typeof organisationKind>;
/** 公开层级 of the disclosure catalogue: 县级, 乡级, 村级. */
export const tier = z.enum(['county', 'township', 'village']);

const line = z.string().trim().min(1).max(200).nullable();
/** How the public reaches it; null where nobody has said yet. */
export const contact = z.strictObject({
  address: line,
  phone: line,
  email: z.email().nullable(),
  hours: line,
});

const organisationCode = /^[a-z][a-z0-9-]{1,39}$/;
const known = {
  code: z.string().regex(organisationCode),
  kind: organisationKind,
  name: z.string().trim().min(1).max(60),
  parent: z.string().regex(organisationCode).nullable(),
  tier,
  contact,
};

/** What the organisation says about itself; `code` never changes. */
export const organisationFacts = z.strictObject(known);
export type OrganisationFacts = z.infer<typeof organisationFacts>;

/** Exactly one person, or nobody since an instant. */
export const liaison = z.discriminatedUnion('state', [
  z.object({ state: z.literal('vacant'), since: z.iso.datetime() }),
  z.object({ state: z.literal('appointed'), person: z.string(), since: z.iso.datetime() }),
]);
export type Liaison = z.infer<typeof liaison>;

export const standing = z.discriminatedUnion('state', [
  z.object({ state: z.literal('active') }),
  z.object({ state: z.literal('abolished'), at: z.iso.datetime(), reason: z.string() }),
]);

/** `_id` is the code. `sample` marks a placeholder that the county has not looked at yet. */
const organisationDoc = z.object({
  _id: z.string(),
  version: z.int().positive(),
  kind: organisationKind,
  name: z.string(),
  parent: z.string().nullable(),
  tier,
  contact,
  liaison,
  standing,
  sample: z.boolean(),
  ...auditedFields,
});
export type OrganisationDoc = z.infer<typeof organisationDoc>;

export const organisations: CollectionSpec<OrganisationDoc> = {
  name: 'organisations',
  schemaVersion: 1,
  schema: organisationDoc,
  indexes: [['parent'], ['unauditedAt']],
};

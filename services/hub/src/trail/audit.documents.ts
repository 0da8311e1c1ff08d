import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { auditFact } from './audit.fact.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const auditDoc = z.object({
  _id: z.string().regex(/^\d{12}$/),
  version: z.literal(1),
  sequence: z.int().positive(),
  algorithm: z.enum(['sha256', 'sm3']),
  previous: hash,
  hash,
  fact: auditFact,
});
export type AuditDoc = Frozen<z.infer<typeof auditDoc>>;
/** `_id` is the sequence in twelve digits. Rows are inserted and read, nothing else. */
export const auditRows: CollectionSpec<AuditDoc> = {
  name: 'audit',
  schemaVersion: 1,
  schema: auditDoc,
  indexes: [
    ['sequence'],
    ['fact.id'],
    ['fact.about', 'sequence'],
    ['fact.who', 'sequence'],
    ['fact.act', 'sequence'],
  ],
};

/**
 * The head of the chain at the end of a day, signed: rows before it can no longer be cut off or changed
 * unnoticed.
 */
const anchorDoc = z.object({
  _id: z.iso.date(),
  version: z.literal(1),
  sequence: z.int().nonnegative(),
  hash,
  at: z.string(),
  signature: z.string(),
});
export type AnchorDoc = Frozen<z.infer<typeof anchorDoc>>;
/** `_id` is the calendar date in China. */
export const auditAnchors: CollectionSpec<AnchorDoc> = {
  name: 'audit_anchors',
  schemaVersion: 1,
  schema: anchorDoc,
  indexes: [['sequence']],
};

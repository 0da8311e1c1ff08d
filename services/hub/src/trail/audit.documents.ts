import type { CollectionSpec, Doc } from '@towncrier/storage';
import { z } from 'zod';
import { auditFact, type AuditFact } from './audit.fact.ts';
import type { AuditHash } from './audit.hash.ts';

export interface AuditDoc extends Doc {
  readonly sequence: number;
  readonly algorithm: AuditHash;
  readonly previous: string;
  readonly hash: string;
  readonly fact: AuditFact;
}
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** `_id` is the sequence in twelve digits. Rows are inserted and read, nothing else. */
export const auditRows: CollectionSpec<AuditDoc> = {
  name: 'audit',
  schema: z.object({
    _id: z.string().regex(/^\d{12}$/),
    version: z.literal(1),
    sequence: z.int().positive(),
    algorithm: z.enum(['sha256', 'sm3']),
    previous: hash,
    hash,
    fact: auditFact,
  }),
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
export interface AnchorDoc extends Doc {
  readonly sequence: number;
  readonly hash: string;
  readonly at: string;
  readonly signature: string;
}
/** `_id` is the calendar date in China. */
export const auditAnchors: CollectionSpec<AnchorDoc> = {
  name: 'audit_anchors',
  schema: z.object({
    _id: z.iso.date(),
    version: z.literal(1),
    sequence: z.int().nonnegative(),
    hash,
    at: z.string(),
    signature: z.string(),
  }),
  indexes: [['sequence']],
};

import type { CollectionSpec, Frozen, Plain } from '@towncrier/storage';
import { z } from 'zod';
import { anchor, type Anchor } from './anchor.ts';
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
 * The head of the chain at one moment, signed. `missing` are the places outside the house that have not got it yet,
 * `waitsSince` says since when; null where none is missing.
 */
const anchorDoc = z.object({
  _id: z.string(),
  version: z.int().positive(),
  ...anchor.shape,
  missing: z.array(z.string()),
  waitsSince: z.string().nullable(),
});
export type AnchorDoc = Frozen<z.infer<typeof anchorDoc>>;
/** `_id` is the sequence in twelve digits; of the time when there was one a day, the date in China. */
export const auditAnchors: CollectionSpec<AnchorDoc> = {
  name: 'audit_anchors',
  schemaVersion: 2,
  schema: anchorDoc,
  migrations: [withDate],
  indexes: [['sequence'], ['waitsSince']],
};

/** 1 → 2: the date was the id, and anchors stayed in the house. */
function withDate(doc: Plain): Plain {
  return { ...doc, date: doc['_id'], missing: [], waitsSince: null };
}

export const anchorOf = ({ date, sequence, hash: of, at, signature, timeStamp }: AnchorDoc): Anchor => ({
  date,
  sequence,
  hash: of,
  at,
  signature,
  ...(timeStamp === undefined ? {} : { timeStamp }),
});

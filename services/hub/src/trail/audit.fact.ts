import { z } from 'zod';

/**
 * One line of the audit trail: who did what to what, when, from where and why. Facts that go with a change
 * wait inside the changed
 * document (`withAudit`), so that no change can be stored without its line; the audit relay moves them to the
 * chain.
 */
export const auditFact = z.object({
  /** Unique: a fact appended twice is one line. */
  id: z.string().min(1),
  at: z.iso.datetime(),
  /** Name of a person, or `system`. */
  who: z.string().min(1),
  /** Network address of the request, or `internal`. */
  from: z.string().min(1),
  /** `<subject>.<act>`, e.g. `publication.approve`, `catalogue.import`, `audit.export`. */
  act: z.string().regex(/^[a-z-]+\.[a-zA-Z-]+$/),
  /** `<kind>/<id>`, e.g. `publication/7K3QZP4M`. */
  about: z.string().min(1),
  /** SHA-256 (hex) of what it was about before and after, where it has content. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string().optional(),
  /** Further facts, short; never secrets or whole contents. */
  detail: z.record(z.string(), z.string()).optional(),
});
export type AuditFact = z.infer<typeof auditFact>;
/** A line about a document whose hashes before and after are taken where it is stored. */
export type Deed = Omit<AuditFact, 'before' | 'after'>;

/**
 * What a document carries whose changes are audited. Spread `auditFields` into its schema and add
 * `['unauditedAt']` to its indexes.
 */
export interface WithAudit {
  readonly unaudited: readonly AuditFact[];
  readonly unauditedAt: string | null;
}
export const auditFields = { unaudited: z.array(auditFact), unauditedAt: z.string().nullable() };

/** The document with these facts waiting in it. */
export function withAudit<T extends object>(
  doc: T & Partial<WithAudit>,
  facts: readonly AuditFact[],
): T & WithAudit {
  const unaudited = [...(doc.unaudited ?? []), ...facts];
  return { ...doc, unaudited, unauditedAt: doc.unauditedAt ?? facts[0]?.at ?? null };
}

/**
 * Where facts go that change no document: reads of restricted drafts, exports, sign-ins. Durable once the
 * promise resolves.
 */
export interface AuditTrail {
  append(facts: readonly AuditFact[]): Promise<void>;
}

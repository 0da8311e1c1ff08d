import { createHash } from 'node:crypto';
import { canonicalJson } from '@towncrier/content';
import type { AuditFact } from './audit.fact.ts';

export type AuditHash = 'sha256' | 'sm3';

/**
 * One row of the chain. `sequence` counts from 1; `previous` is the hash of the row before, 64 zeros for the
 * first.
 */
export interface AuditRow {
  readonly sequence: number;
  readonly algorithm: AuditHash;
  readonly previous: string;
  readonly hash: string;
  readonly fact: AuditFact;
}

export const beginning = '0'.repeat(64);

/** SHA-256, or SM3 (GM/T 0004) where a county asks for it: over all of the row but the hash itself. */
export function hashOfRow({ sequence, algorithm, previous, fact }: Omit<AuditRow, 'hash'>): string {
  return createHash(algorithm).update(canonicalJson({ sequence, algorithm, previous, fact })).digest('hex');
}

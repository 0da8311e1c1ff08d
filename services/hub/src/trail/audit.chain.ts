import type { Collection } from '@towncrier/storage';
import type { AuditDoc } from './audit.documents.ts';
import type { AuditFact, AuditTrail } from './audit.fact.ts';
import { beginning, hashOfRow, type AuditHash } from './audit.hash.ts';

/** Twelve digits: rows and anchors sort as they count. */
export const idOf = (sequence: number): string => String(sequence).padStart(12, '0');

/**
 * The chain: each row holds the hash of the one before. Several writers, also of several replicas, may append
 * at once: the row after
 * the head can be inserted once, and whoever comes second looks again. A fact that is already there is not
 * appended again.
 */
export class AuditChain implements AuditTrail {
  private turn: Promise<unknown> = Promise.resolve();
  private grown: (sequence: number) => void = () => undefined;

  constructor(
    private readonly rows: Collection<AuditDoc>,
    private readonly algorithm: AuditHash,
  ) {}

  /** In this process one after the other, so that writers do not race against themselves. */
  append(facts: readonly AuditFact[]): Promise<void> {
    const mine = this.turn.then(async () => {
      for (const fact of facts) await this.add(fact);
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** Tells of every row that this process appends. */
  whenGrown(tell: (sequence: number) => void): void {
    this.grown = tell;
  }

  async head(): Promise<{ readonly sequence: number; readonly hash: string }> {
    const [last] = (await this.rows.find({ sequence: { gt: 0 } }, { order: { sequence: 'desc' }, limit: 1 }))
      .items;
    return last === undefined
      ? { sequence: 0, hash: beginning }
      : { sequence: last.sequence, hash: last.hash };
  }

  private async add(fact: AuditFact): Promise<void> {
    for (;;) {
      const head = await this.head();
      if ((await this.rows.count({ 'fact.id': fact.id })) > 0) return;
      const row = { sequence: head.sequence + 1, algorithm: this.algorithm, previous: head.hash, fact };
      if (await this.rows.insert({ _id: idOf(row.sequence), ...row, hash: hashOfRow(row) })) {
        this.grown(row.sequence);
        return;
      }
    }
  }
}

import { beginning, hashOfRow, type AuditRow } from './audit.hash.ts';
import type { AuditProblem } from './audit.problem.ts';

/** So many places are named one by one; a trail with more is no trail. */
const named = 10_000;

/** Goes along the rows once, and keeps of them only what anchors ask for. */
export class ChainReader {
  private readonly wanted: ReadonlySet<number>;
  private readonly hashes = new Map<number, string>();
  private readonly missing = new Set<number>();
  private readonly found: AuditProblem[] = [];
  private previous: Pick<AuditRow, 'sequence' | 'hash'> | null = null;
  private highest = 0;
  count = 0;

  /** @param anchored the rows whose hashes are asked for afterwards */
  constructor(anchored: readonly number[]) {
    this.wanted = new Set(anchored);
  }

  /** The highest row there is. */
  get last(): number {
    return this.highest;
  }

  hashAt(sequence: number): string | undefined {
    return this.hashes.get(sequence);
  }

  add(row: AuditRow): void {
    this.count += 1;
    const { sequence } = row;
    const { previous } = this;
    if (this.wanted.has(sequence)) this.hashes.set(sequence, row.hash);
    if (previous !== null && sequence <= previous.sequence)
      this.tell('reordered', sequence, `排在第 ${previous.sequence} 行之后，次序被改动`);
    this.missing.delete(sequence);
    for (let n = this.highest + 1; n < sequence && this.missing.size < named; n += 1) this.missing.add(n);
    this.highest = Math.max(this.highest, sequence);
    if (hashOfRow(row) !== row.hash) this.tell('changed', sequence, '的内容与其哈希不符，已被改动');
    const before = this.hashBefore(sequence);
    if (before !== null && row.previous !== before)
      this.tell('changed', sequence, '与前一行不衔接，其中之一已被改动');
    this.previous = { sequence, hash: row.hash };
  }

  private hashBefore(sequence: number): string | null {
    if (sequence === 1) return beginning;
    return this.previous?.sequence === sequence - 1 ? this.previous.hash : null;
  }

  private tell(kind: AuditProblem['kind'], sequence: number, words: string): void {
    if (this.found.length < named) this.found.push({ kind, sequence, words: `第 ${sequence} 行${words}` });
  }

  problems(): readonly AuditProblem[] {
    const gone = [...this.missing].map((n) => ({
      kind: 'missing' as const,
      sequence: n,
      words: `第 ${n} 行缺失`,
    }));
    return [...gone, ...this.found];
  }
}

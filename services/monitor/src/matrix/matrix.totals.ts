import type { MatrixRow, MatrixTotals } from '@towncrier/contracts';

/** Counts rows of the matrix as they come. */
export class Totals {
  private readonly counts = { editions: 0, deliveries: 0, confirmed: 0, hand: 0 };
  private readonly causes = new Map<string, { key: string; words: string; count: number }>();

  add({ cells }: Pick<MatrixRow, 'cells'>): void {
    this.counts.editions += 1;
    this.counts.deliveries += cells.length;
    for (const { state, hand, cause } of cells) {
      if (state === 'confirmed') this.counts.confirmed += 1;
      if (!hand) continue;
      this.counts.hand += 1;
      if (cause === undefined) continue;
      const known = this.causes.get(cause.key) ?? { ...cause, count: 0 };
      known.count += 1;
      this.causes.set(cause.key, known);
    }
  }

  get size(): number {
    return this.counts.editions;
  }

  told(whole: boolean): MatrixTotals {
    const causes = [...this.causes.values()].sort((a, b) => b.count - a.count || a.key.localeCompare(b.key));
    return { ...this.counts, causes, whole };
  }
}

import { excerptOf, type Loss } from './loss.ts';
import type { LossKindName } from './loss.kinds.ts';

const maxLosses = 200;

/** Losses as an importer meets them. The same thing at the same place is counted, not repeated. */
export class LossList {
  private readonly known = new Map<string, Loss>();

  /** @param words of the original; the finding shows their beginning */
  add(kind: LossKindName, where: string, words = '', count = 1): void {
    const excerpt = excerptOf(words);
    const key = `${kind}\n${where}\n${excerpt ?? ''}`;
    const before = this.known.get(key);
    if (before !== undefined) this.known.set(key, { ...before, count: before.count + count });
    else this.known.set(key, { kind, where, count, ...(excerpt === undefined ? {} : { excerpt }) });
  }

  /** In the order met; beyond two hundred places, one line per kind counts the rest. */
  get all(): readonly Loss[] {
    const losses = [...this.known.values()];
    const rest = new Map<LossKindName, number>();
    for (const { kind, count } of losses.slice(maxLosses)) rest.set(kind, (rest.get(kind) ?? 0) + count);
    return [
      ...losses.slice(0, maxLosses),
      ...[...rest].map(([kind, count]): Loss => ({ kind, where: '其余各处', count })),
    ];
  }
}

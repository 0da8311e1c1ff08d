import type { RegisteredTarget, Target, TargetFilter } from '@towncrier/contracts';
import { containsDivision } from '@towncrier/contracts';
import type { TargetDoc } from './target.documents.ts';

/** The register in memory, as it was after one write; secrets are not in it. Unchangeable. */
export class TargetIndex {
  private constructor(private readonly byId: ReadonlyMap<string, RegisteredTarget>) {}

  static of(targets: Iterable<RegisteredTarget>): TargetIndex {
    const sorted = [...targets].sort((one, other) => (one.id < other.id ? -1 : 1));
    return new TargetIndex(new Map(sorted.map((target) => [target.id, target])));
  }

  get size(): number {
    return this.byId.size;
  }

  get(id: string): RegisteredTarget | null {
    return this.byId.get(id) ?? null;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** By id. */
  all(): Iterable<RegisteredTarget> {
    return this.byId.values();
  }

  with(changed: readonly RegisteredTarget[]): TargetIndex {
    const next = new Map(this.byId);
    for (const target of changed) next.set(target.id, target);
    return next.size === this.byId.size ? new TargetIndex(next) : TargetIndex.of(next.values());
  }

  find(where: TargetFilter, after: string | undefined, limit: number): Found {
    const fitting = [...this.byId.values()].filter((target) => fits(target, where));
    const rest = after === undefined ? fitting : fitting.filter(({ id }) => id > after);
    const items = rest.slice(0, limit);
    return {
      items,
      total: fitting.length,
      next: rest.length > items.length ? (items.at(-1)?.id ?? null) : null,
    };
  }
}

export interface Found {
  readonly items: readonly RegisteredTarget[];
  readonly total: number;
  /** To be given as `after`; null at the end. */
  readonly next: string | null;
}

function fits(target: RegisteredTarget, where: TargetFilter): boolean {
  const words = (where.words ?? '').trim().toLowerCase();
  return (
    (where.area === undefined || containsDivision(where.area, target.area)) &&
    (where.owner === undefined || where.owner === target.owner) &&
    (where.kind === undefined || where.kind === target.kind) &&
    (where.state === undefined || where.state === target.state.is) &&
    (words === '' || `${target.id}\n${target.title}`.toLowerCase().includes(words))
  );
}

/** A stored target as its register tells of it. */
export function toldOf({ _id, version: _, change, secrets, ...rest }: TargetDoc): RegisteredTarget {
  return { ...rest, id: _id, version: change, secrets: Object.keys(secrets).sort() };
}

/** Without what the register knows beside the target. */
export function plainOf({
  version: _v,
  secrets: _s,
  changedBy: _b,
  changedAt: _a,
  ...target
}: RegisteredTarget): Target {
  return target;
}

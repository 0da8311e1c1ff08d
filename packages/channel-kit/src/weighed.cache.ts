/**
 * Keeps results of pure, perhaps slow, computations, as many as weigh no more than `most` bytes together; what was
 * asked for longest ago goes first. Who asks while one is being computed waits for that one. Failures are not kept,
 * nor what is heavier than all there is room for.
 */
export class WeighedCache {
  private readonly known = new Map<string, { readonly value: Promise<unknown>; weight: number }>();
  private total = 0;

  constructor(private readonly most: number) {}

  /** Bytes, about. */
  get weight(): number {
    return this.total;
  }

  /** Under one key there is one kind of result. */
  get<T>(key: string, compute: () => Promise<T>): Promise<T> {
    const found = this.known.get(key);
    if (found === undefined) return this.fresh(key, compute());
    this.known.delete(key);
    this.known.set(key, found);
    return found.value as Promise<T>;
  }

  private fresh<T>(key: string, value: Promise<T>): Promise<T> {
    const entry = { value, weight: 0 };
    this.known.set(key, entry);
    value.then(
      (made) => this.weigh(key, entry, weightOf(made)),
      () => this.known.delete(key),
    );
    return value;
  }

  private weigh(key: string, entry: { weight: number }, weight: number): void {
    if (this.known.get(key) !== entry) return;
    if (weight > this.most) {
      this.known.delete(key);
      return;
    }
    entry.weight = weight;
    this.total += weight;
    for (const oldest of this.known.keys()) {
      if (this.total <= this.most) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.total -= this.known.get(key)?.weight ?? 0;
    this.known.delete(key);
  }
}

/** Of what stands around a value. */
const around = 64;

/** Bytes that a value takes in memory, about: letters and bytes count, each part of it once. */
export function weightOf(value: unknown, seen = new Set<object>()): number {
  if (typeof value === 'string') return around + 2 * value.length;
  if (typeof value !== 'object' || value === null || seen.has(value)) return 8;
  seen.add(value);
  if (ArrayBuffer.isView(value)) return around + value.byteLength;
  const parts = value instanceof Map ? [...value].flat() : Object.values(value);
  return parts.reduce<number>((sum, part) => sum + weightOf(part, seen), around);
}

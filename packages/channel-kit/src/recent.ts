/** Keeps the last `size` results of a pure, perhaps slow, computation. Failures are not kept. */
export class Recent<T> {
  private readonly known = new Map<string, Promise<T>>();
  constructor(private readonly size: number) {}

  get(key: string, compute: () => Promise<T>): Promise<T> {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const fresh = compute();
    this.known.set(key, fresh);
    fresh.catch(() => this.known.delete(key));
    const oldest = this.known.keys().next().value;
    if (this.known.size > this.size && oldest !== undefined) this.known.delete(oldest);
    return fresh;
  }
}

import {
  change,
  type Changed,
  type Collection,
  type Decide,
  type Doc,
  type Fresh,
  type Page,
} from '@towncrier/storage';

/** A collection in memory for thousands of runs: reads, compare-and-set, and nothing to search. */
export class MemoryCollection<T extends Doc> implements Collection<T> {
  readonly docs = new Map<string, T>();

  get(id: string): Promise<T | null> {
    return Promise.resolve(this.docs.get(id) ?? null);
  }

  insert(doc: Fresh<T>): Promise<boolean> {
    if (this.docs.has(doc._id)) return Promise.resolve(false);
    this.set(doc, 1);
    return Promise.resolve(true);
  }

  replace(doc: Fresh<T>, expectedVersion: number): Promise<boolean> {
    if (this.docs.get(doc._id)?.version !== expectedVersion) return Promise.resolve(false);
    this.set(doc, expectedVersion + 1);
    return Promise.resolve(true);
  }

  change(id: string, decide: Decide<T>, seen?: T): Promise<Changed<T>> {
    return change<T>(this, id, decide, seen);
  }

  find(): Promise<Page<T>> {
    return Promise.resolve({ items: [...this.docs.values()] });
  }

  count(): Promise<number> {
    return Promise.resolve(this.docs.size);
  }

  claim(): Promise<null> {
    return Promise.resolve(null);
  }

  delete(id: string): Promise<boolean> {
    return Promise.resolve(this.docs.delete(id));
  }

  private set(doc: Fresh<T>, version: number): void {
    this.docs.set(doc._id, { ...doc, version } as Doc as T);
  }
}

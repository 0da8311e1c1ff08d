import { change, type Collection, type CollectionSpec, type Doc, type Store } from '@towncrier/storage';

/**
 * A view of a store that can die as a killed process does: from one moment on nothing is read or written, and
 * nothing returns.
 */
export class DyingStore implements Store {
  private dead = false;
  constructor(private readonly inner: Store) {}

  get kind(): Store['kind'] {
    return this.inner.kind;
  }
  die(): void {
    this.dead = true;
  }

  async collection<T extends Doc>(spec: CollectionSpec<T>): Promise<Collection<T>> {
    const inner = await this.inner.collection(spec);
    const alive = <R>(work: () => Promise<R>): Promise<R> =>
      this.dead ? new Promise<R>(() => undefined) : work();
    const mortal: Collection<T> = {
      get: (id) => alive(() => inner.get(id)),
      insert: (doc) => alive(() => inner.insert(doc)),
      replace: (doc, version) => alive(() => inner.replace(doc, version)),
      find: (where, options) => alive(() => inner.find(where, options)),
      count: (where) => alive(() => inner.count(where)),
      claim: (where, lease) => alive(() => inner.claim(where, lease)),
      delete: (id) => alive(() => inner.delete(id)),
      // Each read and each write of the loop may be the last.
      change: (id, decide, seen) => change(mortal, id, decide, seen),
    };
    return mortal;
  }
  ping(): Promise<void> {
    return this.inner.ping();
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

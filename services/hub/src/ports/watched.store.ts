import type { Collection, Doc, Store } from '@towncrier/storage';
import type { Changes } from './changes.ts';

/** Tells of every document that was written, by the name of its collection. A lease is no change. */
export function watchedStore(store: Store, changes: Changes): Store {
  return {
    kind: store.kind,
    collection: async (spec) => watched(spec.name, await store.collection(spec), changes),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}

function watched<T extends Doc>(kind: string, docs: Collection<T>, changes: Changes): Collection<T> {
  const toldIf = (done: boolean, id: string): boolean => {
    if (done) changes.tell({ kind, id });
    return done;
  };
  return {
    get: (id) => docs.get(id),
    find: (where, options) => docs.find(where, options),
    count: (where) => docs.count(where),
    claim: (where, lease) => docs.claim(where, lease),
    insert: async (doc) => toldIf(await docs.insert(doc), doc._id),
    replace: async (doc, expected) => toldIf(await docs.replace(doc, expected), doc._id),
    delete: async (id) => toldIf(await docs.delete(id), id),
    change: async (id, decide, seen) => {
      const changed = await docs.change(id, decide, seen);
      toldIf(changed.outcome === 'stored', id);
      return changed;
    },
  };
}

import type { CollectionSpec, Doc, Store } from './collection.ts';

/**
 * The store of a service that has said what it keeps: it opens these collections and no other, so that the
 * list by which data are brought up to a new release is whole.
 * @throws TypeError from `collection`, naming the collection that is missing
 */
export function declaredStore(store: Store, collections: readonly CollectionSpec<Doc>[]): Store {
  return {
    kind: store.kind,
    collection: async (spec) => {
      // The list holds specs of many types; whether this is one of them is a question of identity alone.
      if (!collections.some((declared) => Object.is(declared, spec)))
        throw new TypeError(
          `The collection "${spec.name}" is not in the service's list; add it to src/collections.ts, or \`npm run migrate\` would pass it by.`,
        );
      return store.collection(spec);
    },
    ping: () => store.ping(),
    close: () => store.close(),
  };
}

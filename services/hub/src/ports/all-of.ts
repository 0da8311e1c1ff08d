import type { Collection, Doc } from '@towncrier/storage';

/** A small collection as a whole, by id and in the order of ids. */
export async function allOf<T extends Doc>(docs: Collection<T>): Promise<ReadonlyMap<string, T>> {
  const all = new Map<string, T>();
  let after: string | undefined;
  do {
    const page = await docs.find(
      {},
      { order: { _id: 'asc' }, limit: 1000, ...(after === undefined ? {} : { after }) },
    );
    for (const doc of page.items) all.set(doc._id, doc);
    after = page.cursor;
  } while (after !== undefined);
  return all;
}

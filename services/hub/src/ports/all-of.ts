import { everyOne, type Collection, type Doc } from '@towncrier/storage';

/** A small collection as a whole, by id and in the order of ids. */
export async function allOf<T extends Doc>(docs: Collection<T>): Promise<ReadonlyMap<string, T>> {
  const all = new Map<string, T>();
  for await (const doc of everyOne(docs, {}, { order: { _id: 'asc' } })) all.set(doc._id, doc);
  return all;
}

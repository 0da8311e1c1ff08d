import type { Changed, Collection, Decide, Doc, Fresh } from './collection.ts';
import { Contended } from './errors.ts';

/** Of any number of writers one comes through, so this many lost in a row are no longer an accident. */
const patience = 1000;

/** The one loop of load, decide, compare and set; `Collection.change` of every store. */
export async function change<T extends Doc>(
  collection: Pick<Collection<T>, 'get' | 'insert' | 'replace'>,
  id: string,
  decide: Decide<T>,
  seen?: T,
): Promise<Changed<T>> {
  let known = seen ?? (await collection.get(id));
  for (let lost = 0; lost < patience; lost += 1) {
    const next = await decide(known);
    if (next === null) return { outcome: 'left', doc: known };
    const version = known?.version ?? 0;
    const done = known === null ? await collection.insert(next) : await collection.replace(next, version);
    if (done) return { outcome: 'stored', doc: asStored(next, version + 1) };
    known = await collection.get(id);
  }
  throw new Contended(
    `"${id}" was changed by others ${patience} times in a row while it was to be changed; try again when less is going on.`,
  );
}

/** A fresh document has everything of a stored one but its version. */
const asStored = <T extends Doc>(doc: Fresh<T>, version: number): T => ({ ...doc, version }) as Doc as T;

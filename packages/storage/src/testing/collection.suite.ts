import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../collection.ts';
import { describeChanges } from './collection.changes.ts';
import { describeLeases } from './collection.leases.ts';
import { describeModel } from './collection.model.ts';
import { describePages } from './collection.pages.ts';
import { describeQueries } from './collection.queries.ts';
import { describeRefusals } from './collection.refusals.ts';
import { describeText } from './collection.text.ts';
import { describeWrites } from './collection.writes.ts';
import { sampleSpec, type Empty } from './notice.sample.ts';

/**
 * What every implementation of the storage port promises, tried through the port alone.
 * @param open called once; the suite closes the store. Collections get names of their own, so a shared
 * database does no harm.
 */
export function describeCollection(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps the promises of a collection`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(async () => {
      await store?.close();
    });
    const empty: Empty = () => store.collection(sampleSpec(`t${randomUUID()}`));

    describeWrites(empty, () => store);
    describeChanges(empty);
    describeRefusals(empty, () => store);
    describeQueries(empty);
    describePages(empty);
    describeText(empty);
    describeLeases(empty);
    describeModel(empty);
  });
}

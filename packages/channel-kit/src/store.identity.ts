import { randomUUID } from 'node:crypto';
import type { CollectionSpec, Store } from '@towncrier/storage';
import { z } from 'zod';

const doc = z.strictObject({
  _id: z.literal('store'),
  version: z.int(),
  /** A UUID, made when the store was first opened. */
  identity: z.uuid(),
  bornAt: z.string(),
});
export const storeIdentities: CollectionSpec<z.infer<typeof doc>> = {
  name: 'store-identity',
  schemaVersion: 1,
  schema: doc,
  indexes: [],
};

/** Which store this is: its durables at the broker belong to it, and a store born anew is another one. */
export async function identityOf(store: Store, now: string): Promise<string> {
  const docs = await store.collection(storeIdentities);
  await docs.insert({ _id: 'store', identity: randomUUID(), bornAt: now });
  const known = await docs.get('store');
  if (known === null) throw new Error('the store forgot its identity the moment it was written');
  return known.identity;
}

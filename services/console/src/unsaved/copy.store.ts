import { createStore, del, set, values } from 'idb-keyval';
import type { Copy } from './copy.ts';

/** Where the browser keeps them. */
export const place = { database: 'towncrier-unsaved', store: 'copies' } as const;

const store = createStore(place.database, place.store);

/** @throws when the browser keeps nothing, or has no more room */
export const keepCopy = async <Form>(copy: Copy<Form>): Promise<void> => set(copy.key, copy, store);

export const dropCopies = async (keys: readonly string[]): Promise<void> => {
  await Promise.all(keys.map((key) => del(key, store)));
};

/** All of everybody's. */
export const foundCopies = async <Form>(): Promise<readonly Copy<Form>[]> => values<Copy<Form>>(store);

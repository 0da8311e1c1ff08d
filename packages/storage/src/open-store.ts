import type { Store } from './collection.ts';
import { openSqliteStore } from './sqlite.store.ts';

export interface StoreOptions {
  /** Name of the service; collections of different services never meet. */
  readonly service: string;
  /** Folder of the embedded store. */
  readonly dataDir: string;
  /** When set, MongoDB is used instead; names the database. Empty counts as not set. */
  readonly mongodbUri?: string;
}

/** @throws StoreUnavailable with what to do */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.mongodbUri === undefined || options.mongodbUri === '') return openSqliteStore(options.dataDir);
  // Loaded only when wanted: mongoose costs the embedded mode memory and start-up time.
  const { openMongooseStore } = await import('./mongoose.store.ts');
  return openMongooseStore(options.mongodbUri, options.service);
}

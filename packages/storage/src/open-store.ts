import type { Store } from './collection.ts';
import { openSqliteStore } from './sqlite.store.ts';

export interface StoreOptions {
  /** Name of the service; collections of different services never meet. */
  readonly service: string;
  /** Folder of the embedded store. */
  readonly dataDir: string;
  /** When set, MongoDB is used instead. */
  readonly mongodbUri?: string;
}

/** @throws StoreUnavailable with what to do */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.mongodbUri === undefined) return openSqliteStore(options.dataDir);
  const { openMongooseStore } = await import('./mongoose.store.ts');
  return openMongooseStore(options.mongodbUri, options.service);
}

import type { Store } from './collection.ts';
import { openSqliteStore } from './sqlite.store.ts';
import type { StoreOptions } from './store.options.ts';

/** @throws StoreUnavailable with what to do */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.mongodbUri === undefined || options.mongodbUri === '') return openSqliteStore(options.dataDir);
  // Loaded only when wanted: mongoose costs the embedded mode memory and start-up time.
  const { openMongooseStore } = await import('./mongoose.store.ts');
  return openMongooseStore(options.mongodbUri, options.service);
}

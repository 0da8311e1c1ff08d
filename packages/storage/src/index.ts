export type {
  Collection,
  CollectionSpec,
  Condition,
  Doc,
  FindOptions,
  Fresh,
  Lease,
  Order,
  Page,
  Scalar,
  Store,
  Where,
} from './collection.ts';
export { InvalidCursor, InvalidDocument, StoreUnavailable, UndeclaredIndex } from './errors.ts';
export { openStore, type StoreOptions } from './open-store.ts';
export { openSqliteStore } from './sqlite.store.ts';

export { change } from './change.ts';
export type {
  Changed,
  Collection,
  CollectionSpec,
  Condition,
  Decide,
  Doc,
  FindOptions,
  Fresh,
  Frozen,
  Lease,
  Migration,
  Order,
  Page,
  Plain,
  Scalar,
  Store,
  Where,
} from './collection.ts';
export {
  Contended,
  InvalidCursor,
  InvalidDocument,
  MigrationFailed,
  NewerData,
  StoreUnavailable,
  UndeclaredIndex,
} from './errors.ts';
export { openStore, type StoreOptions } from './open-store.ts';
export { openSqliteStore } from './sqlite.store.ts';
export { surveyStore, type Survey } from './survey.ts';

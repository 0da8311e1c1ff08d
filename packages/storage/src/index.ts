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
export { declaredStore } from './declared.store.ts';
export {
  Contended,
  InvalidCursor,
  InvalidDocument,
  MigrationFailed,
  NewerData,
  StoreUnavailable,
  UndeclaredIndex,
} from './errors.ts';
export { everyOne, pagesOf } from './pages.ts';
export { openStore } from './open-store.ts';
export { openSqliteStore } from './sqlite.store.ts';
export type { StoreOptions } from './store.options.ts';
export type { Survey } from './survey.finding.ts';
export { surveyStore } from './survey.ts';

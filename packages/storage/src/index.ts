export type { Collection, CollectionSpec, Condition, Doc, FindOptions, Fresh, Lease, Order, Page, Scalar, Store, Where } from './collection.ts';

/** A query on a path that no index of the collection names. */
export class UndeclaredIndex extends Error {
  override readonly name = 'UndeclaredIndex';
}
/** A document that does not fit the collection's schema; names the fields. */
export class InvalidDocument extends Error {
  override readonly name = 'InvalidDocument';
}
/** A `FindOptions.after` that no page of this query gave out. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
}
/** The store cannot be opened or written; says what to do. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

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
/** Others were always faster; whoever sees this has a document that everybody writes at once. */
export class Contended extends Error {
  override readonly name = 'Contended';
}
/** The data were written by a later release; says which to start instead. */
export class NewerData extends Error {
  override readonly name = 'NewerData';
}
/** A document of an earlier form does not become one of today's; names it and why. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
}

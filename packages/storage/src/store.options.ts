export interface StoreOptions {
  /** Name of the service; collections of different services never meet. */
  readonly service: string;
  /** Folder of the embedded store. */
  readonly dataDir: string;
  /** When set, MongoDB is used instead; names the database. Empty counts as not set. */
  readonly mongodbUri?: string;
}

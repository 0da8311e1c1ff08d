/** What opening a collection would do to it, and what stands in the way. */
export interface Survey {
  readonly collection: string;
  readonly documents: number;
  /** Version of the stored form; that of the code for a collection that holds nothing yet. */
  readonly held: number;
  /** Version of the form that the code knows. */
  readonly wanted: number;
  /** In words: why it could not be opened, or why a document could not be written again. */
  readonly faults: readonly string[];
}

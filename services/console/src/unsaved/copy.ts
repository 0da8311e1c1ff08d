/** What was written on one page and not saved, as the browser keeps it. */
export interface Copy<Form> {
  /** One per writing: another page, be it about the same thing, has another. */
  readonly key: string;
  /** Whose it is: it is shown to nobody else. */
  readonly person: string;
  /** What it is written for. */
  readonly subject: string;
  /** Instant (ISO 8601, UTC) of the last change. */
  readonly at: string;
  /** The version and the content it started from; null for what has none yet. */
  readonly from: Start | null;
  /** What stood in the form then. */
  readonly base: Form;
  readonly form: Form;
}

export interface Start {
  readonly version: number;
  readonly contentHash: string;
}

/** How long (ms) a copy is kept that nobody came back for. */
export const keptMs = 14 * 24 * 3_600_000;

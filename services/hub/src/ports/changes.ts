/** That something changed: its kind and, where one looks at single ones, which. Never what it says. */
export interface Change {
  readonly kind: string;
  readonly id?: string;
}

/** Where it is told what changed, by whoever changed it, to whoever wants to know while this process lives. */
export class Changes {
  private readonly hearers = new Set<(change: Change) => void>();

  tell(change: Change): void {
    for (const hear of this.hearers) hear(change);
  }

  /** Until the returned function is called. */
  listen(hear: (change: Change) => void): () => void {
    this.hearers.add(hear);
    return () => void this.hearers.delete(hear);
  }
}

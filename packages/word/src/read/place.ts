/** What a loss has room for. */
const longest = 60;

/** Where a reader of the paper would look: counted as he counts. */
export class Place {
  private paragraphs = 0;
  private tables = 0;
  private fixed: string | undefined;

  get here(): string {
    const name = this.fixed ?? `第${this.paragraphs + 1}段`;
    return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
  }

  /** A paragraph with something in it ended. */
  passParagraph(): void {
    if (this.fixed === undefined) this.paragraphs += 1;
  }

  /** Reads something whose places have names of their own: a footnote, a header. */
  within<T>(name: string, read: () => T): T {
    const before = this.fixed;
    this.fixed = name;
    try {
      return read();
    } finally {
      this.fixed = before;
    }
  }

  /** The name of the next table; a table within a cell, a note or a box belongs to that. */
  nextTable(): string {
    if (this.fixed !== undefined) return this.fixed;
    this.tables += 1;
    return `第${this.tables}张表`;
  }

  get isNamed(): boolean {
    return this.fixed !== undefined;
  }
}

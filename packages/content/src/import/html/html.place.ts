/** Where in a source the walk is, as a reader counts: paragraphs, and cells of tables. */
export class Place {
  private paragraph = 0;
  private begun = false;
  private tables = 0;
  private row = 0;
  private cell = 0;
  private within = 0;

  /** A block begins or ends. */
  endBlock(): void {
    this.begun = false;
  }

  /** Words are met. */
  words(): void {
    if (this.within > 0 || this.begun) return;
    this.begun = true;
    this.paragraph += 1;
  }

  /** Runs `walk` inside a table; a table within a table is part of its cell. */
  inTable<T>(walk: () => T): T {
    this.within += 1;
    if (this.within === 1) [this.tables, this.row, this.cell] = [this.tables + 1, 0, 0];
    try {
      return walk();
    } finally {
      this.within -= 1;
      this.begun = false;
    }
  }

  nextRow(): void {
    if (this.within === 1) [this.row, this.cell] = [this.row + 1, 0];
  }

  nextCell(): void {
    if (this.within === 1) this.cell += 1;
  }

  get inCell(): boolean {
    return this.within > 0;
  }

  /** “第3段”, “第2张表第4行第1格”. */
  get here(): string {
    if (this.within > 0) return `第${this.tables}张表第${this.row}行第${this.cell}格`;
    return `第${this.begun ? this.paragraph : this.paragraph + 1}段`;
  }
}

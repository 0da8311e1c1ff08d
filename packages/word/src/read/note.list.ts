export type NoteKind = 'footnote' | 'endnote';

/** Footnotes and endnotes in the order in which the text names them. */
export class NoteList {
  private readonly named: { readonly kind: NoteKind; readonly id: string }[] = [];

  /** The number under which a note stands at the end of the text. */
  number(kind: NoteKind, id: string): number {
    const before = this.named.findIndex((note) => note.kind === kind && note.id === id);
    return before === -1 ? this.named.push({ kind, id }) : before + 1;
  }

  get all(): readonly { readonly kind: NoteKind; readonly id: string }[] {
    return this.named;
  }
}

/** Something an editor should know: where, what, and what to do about it. In Chinese, for the editor. */
export interface Finding {
  /** Path in the edition's content, e.g. `title` or `body`. */
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

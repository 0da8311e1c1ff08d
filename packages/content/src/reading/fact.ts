/** A label and its value, as they stand in a header block or beside a notice. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** How much of a file is read. A paper of three hundred pages has a tenth of it. */
export interface Limits {
  /** Bytes of one part as unpacked. */
  readonly part: number;
  /** Bytes of all parts as unpacked, pictures included. */
  readonly all: number;
  readonly parts: number;
  /** Elements within each other; more would exhaust the stack of the reader. */
  readonly depth: number;
  /** Elements of one part. */
  readonly elements: number;
  /** More than a page can show: what a spreadsheet is for. */
  readonly cells: number;
}

export const limits: Limits = {
  part: 32 * 1024 * 1024,
  // twenty photos of a telephone, 5 MB each, are unpacked one after the other
  all: 192 * 1024 * 1024,
  parts: 5_000,
  depth: 160,
  elements: 600_000,
  cells: 50_000,
};

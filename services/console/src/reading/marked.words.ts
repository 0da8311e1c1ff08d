/** A stretch of the text of a block, and what is said about it. */
export interface Marked {
  readonly from: number;
  readonly to: number;
  readonly mark: number;
}
/** A piece of a run, under one set of marks. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly number[];
}

/** Cuts the runs of a block where marks begin and end. The runs are asked for one after the other. */
export class MarkedWords {
  #at = 0;

  constructor(private readonly marked: readonly Marked[]) {}

  /** The pieces of the next run. */
  next(run: string): readonly Piece[] {
    const [start, end] = [this.#at, this.#at + run.length];
    this.#at = end;
    const cuts = this.marked.flatMap(({ from, to }) => [from, to]).filter((at) => at > start && at < end);
    const edges = [...new Set([start, ...cuts, end])].toSorted((a, b) => a - b);
    return edges.slice(1).map((to, n) => {
      const from = edges[n] ?? start;
      const marks = this.marked.filter((m) => m.from <= from && m.to >= to && m.to > m.from);
      return { text: run.slice(from - start, to - start), marks: marks.map(({ mark }) => mark) };
    });
  }
}

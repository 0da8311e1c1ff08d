/** A limit as data. `unit` says how it is counted, `source` who set it. */
export interface Bound {
  readonly max: number;
  readonly unit: string;
  readonly source: string;
}

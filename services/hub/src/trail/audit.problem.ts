/** One thing about the rows that is not as it was. */
export interface AuditProblem {
  readonly kind: 'changed' | 'missing' | 'reordered' | 'anchor' | 'outside';
  readonly sequence: number;
  readonly words: string;
}

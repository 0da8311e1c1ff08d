/** Counts working days; throws for a year it has no calendar of. */
export interface WorkingDays {
  /** The civil date `count` working days after `from`; the day itself is not counted (民法典 art. 201). */
  addWorkingDays(from: string, count: number): string;
  /** Working days after `from`, up to and including `to`. */
  workingDaysBetween(from: string, to: string): number;
}

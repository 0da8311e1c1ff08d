/**
 * Tells of a key at once, and of all that comes within the pause after it together, at its end. Thousands of
 * screens acknowledge one notice within seconds, and every look at it reads all their acknowledgements.
 */
export class ToldTogether {
  /** Keys in their pause, and whether something came meanwhile. */
  private readonly resting = new Map<string, boolean>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly tell: (key: string) => void,
    private readonly pauseMs: number,
  ) {}

  /** Whatever is still in its pause is told to nobody. */
  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  of(key: string): void {
    if (this.resting.has(key)) {
      this.resting.set(key, true);
      return;
    }
    this.resting.set(key, false);
    this.tell(key);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.over(key);
    }, this.pauseMs).unref();
    this.timers.add(timer);
  }

  private over(key: string): void {
    const more = this.resting.get(key) === true;
    this.resting.delete(key);
    if (more) this.of(key);
  }
}

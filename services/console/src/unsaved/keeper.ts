/**
 * Writes what changes, soon and never twice at a time: a change is written `withinMs` after it at the latest, and
 * after what is being written. Only the newest is.
 */
export class Keeper<T> {
  #newest: { readonly value: T } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | null = null;

  constructor(
    private readonly withinMs: number,
    /** Must not throw. */
    private readonly write: (value: T) => Promise<void>,
  ) {}

  change(value: T): void {
    this.#newest = { value };
    this.#arm();
  }

  /** Writes what is still to be written, now. */
  async flush(): Promise<void> {
    this.#disarm();
    while (this.#newest !== null || this.#writing !== null) await (this.#writing ?? this.#run());
  }

  /** Forgets what is still to be written, and waits for what is being written. */
  async hush(): Promise<void> {
    this.#disarm();
    this.#newest = null;
    await this.#writing;
  }

  #arm(): void {
    if (this.#timer !== undefined || this.#writing !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#run();
    }, this.withinMs);
  }

  #disarm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #run(): Promise<void> {
    const newest = this.#newest;
    if (newest === null || this.#writing !== null) return;
    this.#newest = null;
    this.#writing = this.write(newest.value);
    await this.#writing;
    this.#writing = null;
    if (this.#newest !== null) this.#arm();
  }
}

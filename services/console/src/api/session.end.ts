/** Who works on this page, and the token that a changing call of theirs carries. */
export interface Holder {
  readonly name: string;
  readonly csrf: string;
}

/**
 * What calls know of the session: who holds it, and that it has ended while somebody was working. A call that was
 * refused for that can wait until it is known who goes on.
 */
export class SessionEnd {
  #holder: Holder | null = null;
  #hasEnded = false;
  #waiting: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();

  get holder(): Holder | null {
    return this.#holder;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Somebody is signed in; what waits looks whether it is theirs. */
  begin(holder: Holder): void {
    this.#holder = holder;
    this.#settle();
  }

  /** The hub no longer knows who this is. */
  tell(): void {
    if (this.#holder === null || this.#hasEnded) return;
    this.#hasEnded = true;
    this.#changed();
  }

  /** Somebody signed out by hand: nothing goes on. */
  close(): void {
    this.#holder = null;
    this.#settle();
  }

  /** Waits until it is over, one way or the other. */
  over(): Promise<void> {
    return new Promise((done) => this.#waiting.push(done));
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #settle(): void {
    this.#hasEnded = false;
    for (const goOn of this.#waiting.splice(0)) goOn();
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Of this page. */
export const sessionEnd = new SessionEnd();

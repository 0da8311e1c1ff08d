/**
 * Words that a browser keeps for the console under one name. One that keeps nothing for pages still shows them: there
 * they count until the page is closed.
 */
export class KeptWords {
  private readonly listening = new Set<() => void>();
  private unkept: string | null = null;

  constructor(
    private readonly place: string,
    /** That of the tab, or that of the browser, whose other tabs follow. */
    private readonly storage: () => Storage,
  ) {}

  readonly read = (): string | null => {
    try {
      return this.storage().getItem(this.place);
    } catch {
      return this.unkept;
    }
  };

  write(words: string): void {
    this.unkept = words;
    try {
      this.storage().setItem(this.place, words);
    } catch {
      // it counts until the page is closed
    }
    this.listening.forEach((listener) => listener());
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.listening.add(listener);
    addEventListener('storage', listener);
    return () => {
      this.listening.delete(listener);
      removeEventListener('storage', listener);
    };
  };
}

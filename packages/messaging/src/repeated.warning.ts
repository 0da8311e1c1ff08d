/**
 * Says a thing that keeps happening the first time and then every fiftieth, so that an outage does not fill
 * the disk with one sentence.
 */
export class RepeatedWarning {
  private last = '';
  private times = 0;
  constructor(private readonly log: { warn(fields: object, words: string): void } | undefined) {}

  warn(fields: Readonly<Record<string, unknown>>, error: unknown, words: string): void {
    const text = `${words}|${wordsOf(error)}`;
    this.times = text === this.last ? this.times + 1 : 0;
    this.last = text;
    if (this.times % 50 === 0) this.log?.warn({ ...fields, error: wordsOf(error) }, words);
  }

  /** It went well: the next failure is news. */
  over(): void {
    this.last = '';
  }
}

export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

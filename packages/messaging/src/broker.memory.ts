import { readFile, rename, writeFile } from 'node:fs/promises';

/**
 * When each stream was born, as known before; kept in a file so that a loss is noticed after a restart too.
 */
export class StreamMemory {
  private known: Record<string, string> | null = null;
  constructor(private readonly file: string | undefined) {}

  /** @returns the streams that are younger than the ones known before */
  async reborn(born: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const before = this.known ?? (await this.load());
    const younger = Object.keys(born).filter(
      (name) => before[name] !== undefined && before[name] !== born[name],
    );
    this.known = { ...before, ...born };
    if (younger.length > 0 || Object.keys(before).length !== Object.keys(this.known).length)
      await this.save(this.known);
    return younger;
  }

  private async load(): Promise<Record<string, string>> {
    if (this.file === undefined) return {};
    return readFile(this.file, 'utf8').then(
      (text) => JSON.parse(text) as Record<string, string>,
      () => ({}),
    );
  }

  private async save(known: Record<string, string>): Promise<void> {
    if (this.file === undefined) return;
    await writeFile(`${this.file}.new`, JSON.stringify(known));
    await rename(`${this.file}.new`, this.file);
  }
}

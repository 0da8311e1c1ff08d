import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * A twin's own store: a list kept in one JSON file, complete on disk before `save` returns, so that it
 * survives any kill.
 */
export class Shelf<T> {
  private writing: Promise<void> = Promise.resolve();
  private constructor(
    private readonly file: string,
    readonly items: T[],
  ) {}

  static async open<T>(file: string): Promise<Shelf<T>> {
    await mkdir(dirname(file), { recursive: true });
    const text = await readFile(file, 'utf8').catch(() => '[]');
    return new Shelf<T>(file, JSON.parse(text) as T[]);
  }

  async add(item: T): Promise<void> {
    this.items.push(item);
    await this.save();
  }

  async clear(): Promise<void> {
    this.items.length = 0;
    await this.save();
  }

  save(): Promise<void> {
    this.writing = this.writing.then(async () => {
      await writeFile(`${this.file}.new`, JSON.stringify(this.items));
      await rename(`${this.file}.new`, this.file);
    });
    return this.writing;
  }
}

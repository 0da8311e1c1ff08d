import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes into the folder that the web server serves. A reader sees the old file or the new one, never half of one. */
export class DocumentRoot {
  private counter = 0;
  constructor(private readonly folder: string) {}

  async write(path: string, text: string): Promise<void> {
    const target = join(this.folder, path);
    const fresh = `${target}.${process.pid}-${(this.counter += 1)}.new`;
    await mkdir(dirname(target), { recursive: true });
    const file = await open(fresh, 'w');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, target);
  }
}

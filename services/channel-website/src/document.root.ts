import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileError } from './website.errors.ts';

/** Unfinished files: on the same disk as the site, in no folder that it links to. */
const unfinished = '.new';

/**
 * Writes into the folder that the web server serves. A reader sees the old file or the new one, never half of
 * one.
 */
export class DocumentRoot {
  private counter = 0;
  constructor(private readonly folder: string) {}

  /**
   * Survives a power cut once it resolves.
   * @throws FarEndBusy, OperatorNeeded when nothing was changed; anything else may have happened
   */
  async write(path: string, content: string | Buffer): Promise<void> {
    await this.writeDerived(path, content);
    await synced(dirname(join(this.folder, path)));
  }

  /** After a power cut the file may be the one before, never half of one: for what is made again at start. */
  async writeDerived(path: string, content: string | Buffer): Promise<void> {
    const target = join(this.folder, path);
    const fresh = join(this.folder, unfinished, `${process.pid}-${(this.counter += 1)}`);
    try {
      await Promise.all([
        mkdir(dirname(target), { recursive: true }),
        mkdir(dirname(fresh), { recursive: true }),
      ]);
      await this.fill(fresh, content);
      await rename(fresh, target);
    } catch (error) {
      throw fileError(error);
    }
  }

  /** @returns null when there is no such file */
  async read(path: string): Promise<string | null> {
    return readFile(join(this.folder, path), 'utf8').catch(() => null);
  }

  /** Removed is also what was not there. @throws FarEndBusy, OperatorNeeded */
  async remove(path: string): Promise<void> {
    await rm(join(this.folder, path), { force: true }).catch((error: unknown) => {
      throw fileError(error);
    });
  }

  async has(path: string, bytes: number): Promise<boolean> {
    return stat(join(this.folder, path)).then(
      (found) => found.size === bytes,
      () => false,
    );
  }

  /** Only while nothing is written: what a killed process left unfinished. */
  async tidy(): Promise<void> {
    await rm(join(this.folder, unfinished), { recursive: true, force: true }).catch(() => undefined);
  }

  private async fill(path: string, content: string | Buffer): Promise<void> {
    const file = await open(path, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

/** The new name itself must survive a power cut. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

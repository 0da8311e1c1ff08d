import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files by the SHA-256 of their bytes: written once, never changed. */
export class FileStore {
  constructor(private readonly folder: string) {}

  async put(hash: string, bytes: Uint8Array): Promise<void> {
    const path = this.pathOf(hash);
    if (
      await stat(path).then(
        () => true,
        () => false,
      )
    )
      return;
    await mkdir(join(path, '..'), { recursive: true });
    // the same bytes may come twice at once: each writes a file of its own, the last rename wins
    const fresh = `${path}.${randomUUID()}.new`;
    const file = await open(fresh, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
  }

  get(hash: string): Promise<Uint8Array> {
    return readFile(this.pathOf(hash));
  }

  private pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash);
  }
}

import { existsSync, readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built console lies, from `src/` and from `dist/` alike. */
const beside = fileURLToPath(new URL('../../../../console/dist', import.meta.url));

/**
 * The files of the built console, listed once: what is not among them is a page of the application, never a
 * look-up on the disk.
 */
export class ConsoleFiles {
  readonly root: string;
  private readonly files: ReadonlySet<string>;

  constructor(folder: string | undefined) {
    this.root = resolve(folder ?? beside);
    this.files = new Set(
      existsSync(this.root)
        ? readdirSync(this.root, { recursive: true, withFileTypes: true })
            .filter((f) => f.isFile())
            .map((f) =>
              join(f.parentPath, f.name)
                .slice(this.root.length + 1)
                .split(sep)
                .join('/'),
            )
        : [],
    );
  }

  get built(): boolean {
    return this.files.has('index.html');
  }

  /**
   * The file to answer with: the one asked for, or the application, which draws the page itself. Null for a part
   * of an earlier build that a page still open asks for.
   */
  fileFor(path: string): string | null {
    if (this.files.has(path)) return path;
    return path.startsWith('assets/') ? null : 'index.html';
  }
}

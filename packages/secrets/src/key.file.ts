import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How a file with keys is written: whole or not at all, on the disk before anybody relies on it. */
interface KeyFileWay {
  readonly mode: number;
}

/**
 * Writes a file that is not there yet.
 * @returns false where another was faster: of two that begin at the same time, both use the one file
 */
export async function makeKeyFile(file: string, content: unknown, { mode }: KeyFileWay): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const part = await written(file, content, mode);
  try {
    await link(part, file);
    return true;
  } catch (error) {
    if (codeOfFault(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(part, { force: true });
  }
}

/** Puts another content in the place of what is there. */
export async function replaceKeyFile(file: string, content: unknown, { mode }: KeyFileWay): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await rename(await written(file, content, mode), file);
}

/** `ENOENT` and its like; null for what is no fault of the system. */
export const codeOfFault = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

async function written(file: string, content: unknown, mode: number): Promise<string> {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  const handle = await open(part, 'wx', mode);
  try {
    await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return part;
}

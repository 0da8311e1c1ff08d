import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { Trouble, wordsOf } from '../lib/trouble.mjs';

/** A file as the hub is to read it. */
export interface NoticeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it lies; its pictures may stand beside it. */
  readonly folder: string;
}

/** Largest file (bytes): a document with twenty photos of a telephone. */
const largest = 128 * 1024 * 1024;
/**
 * Reads a notice: .docx, .xlsx, .csv, .html, .md or plain text.
 * @throws Trouble one sentence for whoever named the file
 */
export function readNotice(file: string): NoticeFile {
  const path = resolve(here(), file);
  const bytes = bytesOf(file, path);
  if (bytes.length === 0) throw new Trouble(`${file} is empty; name a file with text in it.`);
  return { name: basename(path), bytes, folder: dirname(path) };
}

function bytesOf(file: string, path: string): Uint8Array {
  try {
    // Looked at first: a file that is far too large is not read into memory.
    const found = statSync(path);
    if (found.isDirectory()) throw new Trouble(`${file} is a folder; name a file in it.`);
    if (found.size > largest)
      throw new Trouble(
        `${file} has ${(found.size / 1_000_000).toFixed(0)} MB, a file has at most ${largest / 1024 / 1024} MiB; split it, or attach the long part as a link.`,
      );
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new Trouble(`${file} does not exist; check the name, seen from ${here()}.`);
    if (code === 'EACCES')
      throw new Trouble(`${file} may not be read by you; change its permissions or copy it.`);
    throw new Trouble(`${file} cannot be read (${wordsOf(error)}).`);
  }
}

/** npm runs scripts in the project's folder; a person means the folder they are in. */
const here = (): string => process.env['INIT_CWD'] ?? process.cwd();

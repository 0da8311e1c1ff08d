import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Trouble, wordsOf } from '../lib/trouble.mjs';

/** A file as the hub is to read it. */
export interface NoticeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Largest file (bytes): a document with twenty photos of a telephone. */
const largest = 128 * 1024 * 1024;
const marked = new Set(['.md', '.markdown', '.html', '.htm']);
const pictures: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

/**
 * Reads a notice: .docx, .xlsx, .csv, .html, .md or plain text. Pictures that stand beside a page go in with it.
 * @throws Trouble one sentence for whoever named the file
 */
export function readNotice(file: string): NoticeFile {
  const path = resolve(here(), file);
  const bytes = bytesOf(file, path);
  if (bytes.length === 0) throw new Trouble(`${file} is empty; name a file with text in it.`);
  const name = basename(path);
  if (!marked.has(extname(name).toLowerCase())) return { name, bytes };
  const page = Buffer.from(bytes).toString('latin1');
  return { name, bytes: Buffer.from(withPictures(page, dirname(path)), 'latin1') };
}

/** Bytes stay what they are, whatever their encoding: only the addresses of pictures, in ASCII, are replaced. */
const withPictures = (page: string, folder: string): string =>
  page.replace(
    /(<img\b[^>]*?\bsrc\s*=\s*["']|!\[[^\]]*\]\()([^"')\s]+)/gi,
    (whole, before: string, address: string) => {
      const type = pictures[extname(address).toLowerCase()];
      if (type === undefined || /^[a-z]+:|^\//i.test(address)) return whole;
      const name = Buffer.from(decodeURI(address), 'latin1').toString('utf8');
      const data = pictureAt(join(folder, name));
      return data === null ? whole : `${before}data:${type};base64,${data}`;
    },
  );

/** Null when there is none: the hub tells that the picture is missing. */
function pictureAt(path: string): string | null {
  try {
    return readFileSync(path).toString('base64');
  } catch {
    return null;
  }
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

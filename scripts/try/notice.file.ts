import { readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { decodeText, UnreadableText } from '../../packages/content/src/decode-text.ts';
import { Trouble, wordsOf } from '../lib/trouble.mjs';

export interface NoticeFile {
  readonly format: 'text' | 'markdown' | 'html';
  readonly source: string;
}

/** Largest file (bytes). The plan that this was built for has 28 KB. */
const largest = 1_000_000;
const formats: Readonly<Record<string, NoticeFile['format']>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
};

/** Reads a notice in UTF-8, UTF-16 or GB18030. @throws Trouble one sentence for whoever named the file */
export function readNotice(file: string): NoticeFile {
  const bytes = bytesOf(file);
  if (bytes.length === 0) throw new Trouble(`${file} is empty; name a file with text in it.`);
  if (bytes.length > largest)
    throw new Trouble(
      `${file} has ${(bytes.length / 1_000_000).toFixed(1)} MB, a notice has at most ${largest / 1_000_000} MB; shorten it, or attach the long part as a link.`,
    );
  try {
    return { format: formats[extname(file).toLowerCase()] ?? 'text', source: decodeText(bytes).text };
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    throw new Trouble(
      `${file} is not readable as text (${error.message.split('。')[0]}); save it as plain text in UTF-8 and try again.`,
    );
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    // Looked at first: a file that is far too large is not read into memory.
    const path = resolve(here(), file);
    const found = statSync(path);
    if (found.isDirectory()) throw new Trouble(`${file} is a folder; name a file in it.`);
    if (found.size > largest * 20)
      throw new Trouble(
        `${file} has ${(found.size / 1_000_000).toFixed(0)} MB, a notice has at most ${largest / 1_000_000} MB; shorten it, or attach the long part as a link.`,
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

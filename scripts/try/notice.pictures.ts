import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NoticeFile } from './notice.file.ts';

const marked = new Set(['.md', '.markdown', '.html', '.htm']);
const source = /(<img\b[^>]*?\bsrc\s*=\s*["']|!\[[^\]]*\]\()([^"')\s]+)/gi;

/**
 * A page with the pictures that stand beside it handed in, and named by what `add` answers. Bytes of the page stay
 * what they are, whatever their encoding: only the addresses of pictures, in ASCII, are replaced. Of a picture that
 * is not there the hub tells.
 */
export async function withPictures(
  { name, bytes, folder }: NoticeFile,
  add: (name: string, bytes: Uint8Array) => Promise<string>,
): Promise<Uint8Array> {
  if (!marked.has(extname(name).toLowerCase())) return bytes;
  const page = Buffer.from(bytes).toString('latin1');
  const named = new Map<string, string>();
  for (const [, , address = ''] of page.matchAll(source)) {
    const file = besides(address);
    const picture = file === null ? null : pictureAt(join(folder, file));
    if (file !== null && picture !== null && !named.has(address))
      named.set(address, `media:${await add(file, picture)}`);
  }
  const replaced = page.replace(
    source,
    (_whole, before: string, address: string) => before + (named.get(address) ?? address),
  );
  return Buffer.from(replaced, 'latin1');
}

/** The name of a file beside the page; null for an address of the web. */
const besides = (address: string): string | null =>
  /^[a-z]+:|^\//i.test(address) ? null : Buffer.from(decodeURI(address), 'latin1').toString('utf8');

function pictureAt(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

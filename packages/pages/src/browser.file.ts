import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const known = new Map<string, string>();

/**
 * A style sheet or program out of `dist/browser/` of the package that asks, e.g.
 * `browserFile(import.meta.url, 'player.js')`. The same from sources and from the built package: both lie
 * below the folder with the package.json.
 * @throws Error when the package was not built
 */
export function browserFile(importMetaUrl: string, name: string): string {
  const file = join(packageFolder(dirname(fileURLToPath(importMetaUrl))), 'dist', 'browser', name);
  const found = known.get(file) ?? read(file);
  known.set(file, found);
  return found;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new Error(`${file} is missing: run npm run build`, { cause });
  }
}

/** The nearest folder upwards that is no part of a package's inside. */
function packageFolder(folder: string): string {
  return /^(src|twin|dist|test)$/.test(folder.split(/[\\/]/).at(-1) ?? '')
    ? packageFolder(dirname(folder))
    : folder;
}

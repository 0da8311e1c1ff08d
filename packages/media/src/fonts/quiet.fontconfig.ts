import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setForNativeLibrary } from '@towncrier/settings';
import { cacheFolder } from './cache.folder.ts';

let done = false;

/**
 * Hides the fonts of the machine from the native renderers, so that every machine makes the same bytes. Must
 * run before they are loaded:
 * they read this variable once. The named folder exists and is empty because a configuration without folders
 * means "the usual ones" to Typst.
 */
export function hideSystemFonts(): void {
  if (done) return;
  const folder = cacheFolder();
  mkdirSync(join(folder, 'no-fonts'), { recursive: true });
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${join(folder, 'no-fonts')}</dir><cachedir>${join(folder, 'fontconfig')}</cachedir></fontconfig>`,
  );
  setForNativeLibrary('FONTCONFIG_FILE', file);
  done = true;
}

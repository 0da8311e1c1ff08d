import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Path of a Chromium for browser tests; fetched by the system's package manager where that is possible. Empty
 * when there is none.
 * @param {(line: string) => void} say
 */
export async function findChromium(say) {
  const said = process.env.TOWNCRIER_CHROMIUM;
  if (said !== undefined) {
    if (said !== '' && existsSync(said)) return said;
    say(
      said === ''
        ? 'Browser tests will be skipped: TOWNCRIER_CHROMIUM is empty'
        : `Browser tests will be skipped: TOWNCRIER_CHROMIUM names ${said}, which is not there`,
    );
    return '';
  }
  const found = onPath();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium for the browser tests (apt-get)');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
    const install = () =>
      run('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', 'chromium'], { env });
    if ((await install()).code !== 0 && (await run('apt-get', ['update', '--quiet'], { env })).code === 0)
      await install();
    const installed = onPath();
    if (installed !== null) return installed;
  }
  say(
    'Browser tests will be skipped: no Chromium was found and none could be installed; put one on PATH or set TOWNCRIER_CHROMIUM to its path',
  );
  return '';
}

function onPath() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync) ?? null;
}

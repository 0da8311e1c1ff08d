import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fetchDebianPackage } from './nats-debian.mjs';
import { fetchRelease } from './nats-release.mjs';
import { root, toolEnvironment } from './project.mjs';
import { run } from './run.mjs';
import { Trouble, wordsOf } from './trouble.mjs';

/** Older servers lack per-message limits the house relies on. */
const oldest = [2, 12];

/**
 * Path of a nats-server that is new enough: on PATH or in the cache, else the official release, else Debian's
 * package.
 * @param {{ at?: string, say?: (line: string) => void, env?: NodeJS.ProcessEnv }} [options]
 */
export async function findNatsServer({
  at = root,
  say = (line) => process.stderr.write(`${line}\n`),
  env = toolEnvironment(at),
} = {}) {
  const cache = join(at, '.cache', 'bin');
  const tooOld = [];
  for (const folder of [...(env.PATH ?? '').split(delimiter), cache]) {
    const binary = join(folder, 'nats-server');
    if (folder === '' || !existsSync(binary)) continue;
    const version = await versionOf(binary);
    if (version !== null && newEnough(version)) return binary;
    tooOld.push(`${binary} (${version ?? 'does not run'})`);
  }
  const failures = [];
  for (const [source, fetchIt] of /** @type {const} */ ([
    ['the official release', fetchRelease],
    ["Debian's package", fetchDebianPackage],
  ])) {
    try {
      say(`Fetching the message broker (nats-server): ${source}`);
      const binary = await fetchIt(cache);
      const version = await versionOf(binary);
      if (version !== null && newEnough(version)) return binary;
      failures.push(`${source}: does not run here`);
    } catch (error) {
      failures.push(`${source}: ${wordsOf(error)}`);
    }
  }
  const old = tooOld.length === 0 ? '' : `; too old: ${tooOld.join(', ')}`;
  throw new Trouble(
    `No nats-server ${oldest.join('.')} or newer could be found or fetched (${failures.join('; ')}${old}); put one on PATH, or set NATS_URL to a running broker.`,
  );
}

/** @param {string} binary @returns {Promise<string | null>} e.g. `2.15.1` */
async function versionOf(binary) {
  const { code, output } = await run(binary, ['--version']);
  return code === 0 ? (/v(\d+\.\d+\.\d+)/.exec(output)?.[1] ?? null) : null;
}

/** @param {string} version */
function newEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > (oldest[0] ?? 0) || (major === oldest[0] && minor >= (oldest[1] ?? 0));
}

import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** SHA-256 of the archives as listed in the release's own SHA256SUMS. */
const pinned = {
  version: '2.15.0',
  archives: {
    'linux-amd64': '5d2c51caca950333aba84911df7d377f826f3a59ec36061c6539105084f65c92',
    'linux-arm64': 'cdc208f5a3f42963a52b6ab06ef65626bb870315dc936e26ba571780c6351112',
    'darwin-amd64': '5bd8b59ca5bf93fab3da2c5843cf564cd6e2e291e22ae3b861746e7ebe259b95',
    'darwin-arm64': 'e1c4e22d70bd44abfa0bcb3c16f7cf0c66f648c2e728c58924e8a1ce88913cc8',
  },
};

/**
 * Downloads the pinned official release and unpacks its server once its checksum fits.
 * @param {string} into folder for the binary
 * @param {{ base?: string, release?: { version: string, archives: Record<string, string> } }} [from] another
 * place and its pins, for tests
 * @returns {Promise<string>} path of the binary
 */
export async function fetchRelease(
  into,
  { base = 'https://github.com/nats-io/nats-server/releases/download', release = pinned } = {},
) {
  const machine = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const sum = /** @type {Record<string, string>} */ (release.archives)[machine];
  if (sum === undefined) throw new Error(`none is pinned for ${machine}`);
  const name = `nats-server-v${release.version}-${machine}`;
  const bytes = await download(`${base}/v${release.version}/${name}.tar.gz`);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sum)
    throw new Error(`checksum of ${name}.tar.gz is ${found.slice(0, 12)}…, expected ${sum.slice(0, 12)}…`);
  mkdirSync(into, { recursive: true });
  const work = mkdtempSync(join(into, 'release-'));
  try {
    writeFileSync(join(work, 'archive.tar.gz'), bytes);
    const { code, output } = await run('tar', ['-xzf', 'archive.tar.gz', `${name}/nats-server`], {
      cwd: work,
    });
    if (code !== 0) throw new Error(`tar: ${output.trim()}`);
    chmodSync(join(work, name, 'nats-server'), 0o755);
    renameSync(join(work, name, 'nats-server'), join(into, 'nats-server'));
    return join(into, 'nats-server');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} url */
async function download(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(90_000) }).catch((error) => {
    throw new Error(`${new URL(url).host} cannot be reached`, { cause: error });
  });
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

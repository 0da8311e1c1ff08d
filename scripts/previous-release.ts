import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './lib/project.mjs';
import { startStack, freePortBase } from './lib/stack.mjs';
import { program, Trouble } from './lib/trouble.mjs';
import { exportStores } from './previous-release/export.ts';
import { liveThrough } from './previous-release/story.ts';

const target = join(root, 'packages', 'e2e', 'fixtures', 'previous-release');

/**
 * Makes `packages/e2e/fixtures/previous-release` again: runs the system of another checkout, lets a few
 * notices, a warning, a disclosure request and a remark of a citizen pass through it, stops it, and writes
 * what its stores hold, one document a line, without secrets and without pictures.
 *
 *     git worktree add /tmp/previous COMMIT
 *     (cd /tmp/previous && node scripts/with-toolchain.mjs scripts/generate.ts)   # installs and builds it
 *     node scripts/with-toolchain.mjs scripts/previous-release.ts /tmp/previous
 *
 * To be run when a release goes out, with the checkout of that release.
 */
await program(async () => {
  const [checkout] = process.argv.slice(2);
  if (checkout === undefined) throw new Trouble('Name the checkout of the release whose data is wanted.');
  const data = mkdtempSync(join(tmpdir(), 'towncrier-previous-'));
  try {
    const stack = await startStack({
      at: resolve(checkout),
      portBase: await freePortBase(),
      dataDir: data,
      supervise: false,
      say: (line) => void process.stderr.write(`${line}\n`),
    });
    try {
      await liveThrough(stack);
    } finally {
      await stack.stop();
    }
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    for (const { name, lines } of exportStores(data)) {
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      writeFileSync(join(target, `${name}.jsonl`), text);
      process.stdout.write(`${name}: ${lines.length} lines, ${Math.ceil(text.length / 1024)} KiB\n`);
    }
    return 0;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});

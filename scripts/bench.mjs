import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { nodeBinary, root } from './lib/project.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

// `pnpm bench [publications]`: measures a whole running town and writes docs/benchmarks/RESULTS.md.
// `pnpm bench lists`: 100,000 publications in lists, docs/benchmarks/LISTS.md.
// `pnpm bench targets`: 10,000 targets of one channel, docs/benchmarks/TARGETS.md.
// `pnpm bench withdrawals`: 10,000 random courses against all twins, docs/benchmarks/WITHDRAWALS.md.
// `pnpm bench renditions`: every channel draws a plan, a list and the sample notices, docs/benchmarks/RENDITIONS.md.
await ensureToolchain();
const single = ['lists', 'targets', 'withdrawals', 'renditions'].find((name) => name === process.argv[2]);
const ran = spawnSync(
  nodeBinary(root),
  single !== undefined
    ? [
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--config',
        'vitest.bench.config.ts',
        `${single}.bench`,
      ]
    : [
        '--no-warnings',
        '--experimental-transform-types',
        join(root, 'packages', 'e2e', 'bench', 'main.ts'),
        ...process.argv.slice(2),
      ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(ran.status ?? 1);

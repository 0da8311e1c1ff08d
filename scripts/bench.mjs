import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { nodeBinary, root } from './lib/project.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

// `pnpm bench [publications]`: measures a whole running town and writes docs/benchmarks/RESULTS.md.
await ensureToolchain();
const ran = spawnSync(nodeBinary(root), ['--no-warnings', '--experimental-transform-types', join(root, 'packages', 'e2e', 'bench', 'main.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(ran.status ?? 1);

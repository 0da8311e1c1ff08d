import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root } from './lib/project.mjs';
import { mutationPage, scoresOf } from './mutation/mutation.page.ts';

// `npm run mutation [GLOB…]`: changes the decisions of the house one by one and sees whether a spec notices.
// Without a glob, all that stryker.config.mjs names, and the table goes into docs/benchmarks/MUTATION.md.
const globs = process.argv.slice(2);
const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const chosen = globs.length === 0 ? [] : ['--mutate', globs.join(',')];
const ran = spawnSync(process.execPath, [stryker, 'run', ...chosen], { cwd: root, stdio: 'inherit' });
if (ran.status !== 0) process.exit(ran.status ?? 1);
const page = mutationPage(scoresOf(readJson(join(root, '.cache', 'mutation.json'))), new Date());
process.stdout.write(page);
if (globs.length === 0) writeFileSync(join(root, 'docs', 'benchmarks', 'MUTATION.md'), page);

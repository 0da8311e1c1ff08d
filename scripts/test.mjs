import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { findNatsServer } from './lib/nats-server.mjs';
import { root } from './lib/project.mjs';
import { endCommands } from './lib/run.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { totalsLine, writeTotals } from './lib/totals.mjs';
import { program } from './lib/trouble.mjs';
import { totalsOf } from './lib/vitest-report.mjs';

/**
 * `npm test`: sets up what is missing, runs every test and measures which statements they reach, ends with one
 * line of true totals. Further arguments go to vitest, and nothing is measured.
 */
await program(async () => {
  const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);
  /** @type {import('node:child_process').ChildProcess[]} */
  const running = [];
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      endCommands();
      for (const child of running) child.kill(signal);
    });
  }
  writeTotals('test', { passed: 0, failed: 1, skipped: 0 });
  const [{ node, env }, chromium] = await Promise.all([
    ensureToolchain({ say }),
    findChromium(say),
    process.env.NATS_URL ? undefined : findNatsServer({ say }),
  ]);
  const chosen = process.argv.slice(2);
  const report = join(root, '.cache', 'test-report.json');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const vitest = spawn(
    node,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...(chosen.length === 0 ? ['--coverage.enabled'] : chosen),
    ],
    {
      cwd: root,
      env: { ...env, TOWNCRIER_CHROMIUM: chromium },
      stdio: 'inherit',
    },
  );
  running.push(vitest);
  const code = await new Promise((done) => vitest.once('exit', (exit) => done(exit ?? 1)));
  const totals = totalsOf(report, code);
  writeTotals('test', totals);
  process.stdout.write(`${totalsLine(totals)}\n`);
  return code !== 0 || totals.failed > 0 ? 1 : 0;
});

import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { findNatsServer } from './lib/nats-server.mjs';
import { root } from './lib/project.mjs';
import { endCommands } from './lib/run.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { totalsLine, writeTotals } from './lib/totals.mjs';
import { needJava } from './lib/java.mjs';
import { program, Trouble } from './lib/trouble.mjs';
import { findVeraPdf } from './lib/verapdf.mjs';
import { failuresOf, totalsOf } from './lib/vitest-report.mjs';

const [first, ...rest] = process.argv.slice(2);
const tiers = ['recipe', 'pdf', 'pages'];
const tier = tiers.find((name) => first === `--${name}`) ?? 'test';
const chosen = tier === 'test' ? process.argv.slice(2) : ['--project', tier, ...rest];
const everything = ['--coverage.enabled', ...tiers.flatMap((name) => ['--project', `!${name}`])];

/**
 * `npm test`: sets up what is missing, runs every test but the recipe's and measures which statements they reach,
 * ends with one line of true totals. Further arguments go to vitest, and nothing is measured. `npm run recipe`:
 * the recipe's test alone. `npm run pdf`: a validator judges the printed sheets; it needs Java and Maven.
 * `npm run pages`: what citizens open, in a browser and before a validator of markup; it needs Java and a Chromium.
 */
await program(async () => {
  const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);
  writeTotals(tier, { passed: 0, failed: 1, skipped: 0 }, ['ended before it was over']);
  const [{ node, env }, tools] = await Promise.all([ensureToolchain({ say }), toolsOf(tier, say)]);
  const report = join(root, '.cache', 'test-report.json');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const code = await vitest(node, report, { ...env, ...tools });
  const totals = totalsOf(report, code);
  writeTotals(tier, totals, failuresOf(report));
  process.stdout.write(`${totalsLine(totals)}\n`);
  return code !== 0 || totals.failed > 0 ? 1 : 0;
});

/** @param {string} tier @param {(line: string) => void} say */
function toolsOf(tier, say) {
  if (tier === 'pdf') return pdfTools(say);
  return tier === 'pages' ? pagesTools(say) : usualTools(say);
}

/** @param {(line: string) => void} say */
async function pagesTools(say) {
  await needJava('Pages cannot be judged');
  const chromium = await findChromium(say);
  if (chromium === '') throw new Trouble('Pages cannot be judged: there is no Chromium here.');
  return { TOWNCRIER_CHROMIUM: chromium };
}

/** @param {(line: string) => void} say */
async function pdfTools(say) {
  return { TOWNCRIER_VERAPDF: await findVeraPdf(say) };
}

/** @param {(line: string) => void} say */
async function usualTools(say) {
  const [chromium] = await Promise.all([
    findChromium(say),
    process.env.NATS_URL ? undefined : findNatsServer({ say }),
  ]);
  return { TOWNCRIER_CHROMIUM: chromium };
}

/** @param {string} node @param {string} report @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function vitest(node, report, env) {
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', ...reporters, ...(chosen.length === 0 ? everything : chosen)];
  const child = spawn(node, [program, ...args], { cwd: root, env, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      endCommands();
      child.kill(signal);
    });
  }
  return new Promise((done) => child.once('exit', (exit) => done(exit ?? 1)));
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkBoundaries } from './lib/boundaries.mjs';
import { runSteps } from './lib/check-step.mjs';
import { root, workspacePackages } from './lib/project.mjs';
import { endCommands, run } from './lib/run.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { totalsLine, writeTotals } from './lib/totals.mjs';
import { program } from './lib/trouble.mjs';

/**
 * `npm run check [WORD…]`: types, layout, lint, boundaries, unused exports, sizes and names, fresh generated
 * files. Words choose the steps that contain one of them.
 */
await program(async () => {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => endCommands());
  const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
  writeTotals('check', { passed: 0, failed: 1, skipped: 0 }, ['ended before it was over']);
  const steps = stepsWith(await ensureToolchain({ say }));
  const words = process.argv.slice(2);
  const chosen =
    words.length === 0 ? steps : steps.filter((s) => words.some((word) => s.name.includes(word)));
  const { totals, failures } = await runSteps(chosen, 2, say);
  writeTotals('check', totals, failures);
  say(totalsLine(totals));
  return totals.failed > 0 ? 1 : 0;
});

/**
 * @param {{ node: string, env: NodeJS.ProcessEnv }} toolchain
 * @returns {import('./lib/check-step.mjs').Step[]}
 */
function stepsWith({ node, env }) {
  const script =
    (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
    async () => {
      const file = join(root, 'scripts', name);
      const ran = await run(node, ['--disable-warning=ExperimentalWarning', file, ...args], {
        cwd: root,
        env,
      });
      return { ok: ran.code === 0, words: ran.output };
    };
  const tool =
    (/** @type {string} */ name, /** @type {string[]} */ args, cwd = root) =>
    async () => {
      const ran = await run(join(root, 'node_modules', '.bin', name), args, { cwd, env });
      return { ok: ran.code === 0, words: ran.code === 0 ? '' : ran.output };
    };
  const typed = [
    ...workspacePackages().flatMap((p) => [p.folder, join(p.folder, 'browser')]),
    'scripts',
  ].filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
  return [
    ...typed.map((folder) => ({
      name: `types ${folder}`,
      run: tool('tsc', ['-p', '.'], join(root, folder)),
    })),
    { name: 'format', run: tool('oxfmt', ['--check', '.']) },
    { name: 'lint', run: tool('oxlint', ['--config', '.oxlintrc.json', '--deny-warnings']) },
    { name: 'boundaries', run: () => checkBoundaries(node, env) },
    { name: 'unused', run: tool('knip', ['--config', 'knip.json', '--no-progress', '--no-config-hints']) },
    { name: 'house', run: script('check-house.ts') },
    { name: 'figures', whole: true, run: script('check-figures.ts') },
    { name: 'generated', run: script('generate.ts', '--check') },
  ];
}

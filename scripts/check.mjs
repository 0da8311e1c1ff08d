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
  writeTotals('check', { passed: 0, failed: 1, skipped: 0 });
  const { node, env } = await ensureToolchain({ say });
  const tool =
    (/** @type {string} */ file, /** @type {string[]} */ ...args) =>
    async (/** @type {string} */ cwd = root) => {
      const { code, output } = await run(node, ['--disable-warning=ExperimentalWarning', file, ...args], {
        cwd,
        env,
      });
      return { ok: code === 0, words: output };
    };
  const script =
    (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
    () =>
      tool(join(root, 'scripts', name), ...args)();
  const bin =
    (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
    async (/** @type {string} */ cwd = root) => {
      const { code, output } = await run(join(root, 'node_modules', '.bin', name), args, { cwd, env });
      return { ok: code === 0, words: code === 0 ? '' : output };
    };
  const steps = [
    ...[...workspacePackages().map((p) => p.folder), 'scripts']
      .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
      .map((folder) => ({ name: `types ${folder}`, run: () => bin('tsc', '-p', '.')(join(root, folder)) })),
    { name: 'format', run: () => bin('oxfmt', '--check', '.')() },
    { name: 'lint', run: () => bin('oxlint', '--config', '.oxlintrc.json', '--deny-warnings')() },
    { name: 'boundaries', run: () => checkBoundaries(node, env) },
    {
      name: 'unused',
      run: () => bin('knip', '--config', 'knip.json', '--no-progress', '--no-config-hints')(),
    },
    { name: 'house', run: script('check-house.ts') },
    { name: 'figures', whole: true, run: script('check-figures.ts') },
    { name: 'generated', run: script('generate.ts', '--check') },
  ];
  const words = process.argv.slice(2);
  const totals = await runSteps(
    steps.filter((s) => words.length === 0 || words.some((word) => s.name.includes(word))),
    2,
    say,
  );
  writeTotals('check', totals);
  say(totalsLine(totals));
  return totals.failed > 0 ? 1 : 0;
});

import { join } from 'node:path';
import { root } from './project.mjs';
import { run } from './run.mjs';

/**
 * Fewer modules than this means that TypeScript sources were not seen, and "no violations" would mean
 * nothing.
 */
const leastModules = 100;

const configs = ['.dependency-cruiser.mjs', '.dependency-cruiser.folders.mjs'];

/**
 * @typedef {{ totalCruised: number, violations: { from: string, to: string, rule: { name: string, severity:
 * string }, cycle?: { name: string }[] }[] }} Summary
 */

/** House invariant 9, by dependency-cruiser. @param {string} node @param {NodeJS.ProcessEnv} env */
export async function checkBoundaries(node, env) {
  const results = await Promise.all(configs.map((config) => cruise(config, node, env)));
  return {
    ok: results.every((r) => r.ok),
    words: [...new Set(results.map((r) => r.words))].join('\n'),
  };
}

/** @param {string} config @param {string} node @param {NodeJS.ProcessEnv} env */
async function cruise(config, node, env) {
  const { code, output } = await run(
    node,
    [
      join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      '--config',
      config,
      '--output-type',
      'json',
      'contracts',
      'packages',
      'services',
      'scripts',
    ],
    { cwd: root, env },
  );
  /** @type {{ summary: Summary }} */
  let result;
  try {
    result = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch {
    return { ok: false, words: `dependency-cruiser ended with ${code}:\n${output.slice(0, 2000)}` };
  }
  return verdictOn(result.summary);
}

/** @param {Summary} summary */
function verdictOn({ totalCruised, violations }) {
  if (totalCruised < leastModules)
    return {
      ok: false,
      words: `dependency-cruiser saw only ${totalCruised} modules: it is blind to TypeScript; check packageExtensions in pnpm-workspace.yaml`,
    };
  const broken = violations.filter((v) => v.rule.severity === 'error');
  const words = broken.map(
    (v) =>
      `${v.rule.name}: ${v.from} → ${v.cycle === undefined || v.cycle.length === 0 ? v.to : v.cycle.map((c) => c.name).join(' → ')}`,
  );
  return { ok: broken.length === 0, words: words.join('\n') || `${totalCruised} modules` };
}

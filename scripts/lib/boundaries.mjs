import { join } from 'node:path';
import { root } from './project.mjs';
import { run } from './run.mjs';

/**
 * Fewer modules than this means that TypeScript sources were not seen, and "no violations" would mean
 * nothing.
 */
const leastModules = 100;

/** House invariant 9, by dependency-cruiser. @param {string} node @param {NodeJS.ProcessEnv} env */
export async function checkBoundaries(node, env) {
  const { code, output } = await run(
    node,
    [
      join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'json',
      'contracts',
      'packages',
      'services',
      'scripts',
    ],
    { cwd: root, env },
  );
  const start = output.indexOf('{');
  /**
   * @type {{ summary: { totalCruised: number, violations: { from: string, to: string, rule: { name: string,
   * severity: string }, cycle?: { name: string }[] }[] } }}
   */
  let result;
  try {
    result = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1));
  } catch {
    return { ok: false, words: `dependency-cruiser ended with ${code}:\n${output.slice(0, 2000)}` };
  }
  const { totalCruised, violations } = result.summary;
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

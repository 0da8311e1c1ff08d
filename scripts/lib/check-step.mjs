/**
 * @typedef {{ name: string, whole?: boolean, run: () => Promise<{ ok: boolean, words: string }> }} Step `words`:
 * what a person needs to see; shown in full when it failed or is `whole`, its last line otherwise
 */

/**
 * Runs the steps, so many at a time, and tells each result as it comes.
 * @param {readonly Step[]} steps @param {number} abreast @param {(line: string) => void} say
 * @returns {Promise<{ totals: import('./totals.mjs').Totals, failures: string[] }>} the names of what failed
 */
export async function runSteps(steps, abreast, say) {
  const waiting = [...steps];
  const totals = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const failures = [];
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const began = Date.now();
      const { ok, words } = await step.run();
      totals[ok ? 'passed' : 'failed'] += 1;
      if (!ok) failures.push(step.name);
      const note =
        ok && step.whole !== true ? (words.trim().split('\n').at(-1) ?? '') : `\n${words.trimEnd()}\n`;
      say(
        `${ok ? '✓' : '✗'} ${step.name} (${((Date.now() - began) / 1000).toFixed(1)} s)${note === '' ? '' : ` ${note}`}`,
      );
    }
  };
  await Promise.all(Array.from({ length: abreast }, work));
  return { totals, failures };
}

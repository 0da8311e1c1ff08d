import { readJson } from './project.mjs';

/**
 * True totals of a vitest JSON report. A file that could not be loaded, and a run that failed outside any
 * test, count as one failure each.
 * @param {string} file @param {number} exitCode of vitest
 * @returns {import('./totals.mjs').Totals}
 */
export function totalsOf(file, exitCode) {
  /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  let report;
  try {
    report = readJson(file);
  } catch {
    return { passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  }
  const tests = report.testResults.flatMap((f) => f.assertionResults);
  const unloaded = report.testResults.filter(
    (f) => f.status === 'failed' && !f.assertionResults.some((t) => t.status === 'failed'),
  ).length;
  const passed = tests.filter((t) => t.status === 'passed').length;
  const failed = tests.filter((t) => t.status === 'failed').length + unloaded;
  return {
    passed,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: tests.length - passed - (failed - unloaded),
  };
}

import { relative } from 'node:path';
import { readJson, root } from './project.mjs';

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} Told
 * @typedef {{ name: string, status: string, message: string, assertionResults: Told[] }} File
 */

/**
 * True totals of a vitest JSON report. A file that could not be loaded, and a run that failed outside any
 * test, count as one failure each.
 * @param {string} file @param {number} exitCode of vitest
 * @returns {import('./totals.mjs').Totals}
 */
export function totalsOf(file, exitCode) {
  const files = filesOf(file);
  if (files === undefined) return { passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  const tests = files.flatMap((f) => f.assertionResults);
  const unloaded = files.filter(isUnloaded).length;
  const passed = tests.filter((t) => t.status === 'passed').length;
  const failed = tests.filter((t) => t.status === 'failed').length + unloaded;
  return {
    passed,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: tests.length - passed - (failed - unloaded),
  };
}

/**
 * What failed, a line each: the file, the test, the first line of why. A reader of a long log finds it at the end.
 * @param {string} file a vitest JSON report @returns {string[]}
 */
export function failuresOf(file) {
  return (filesOf(file) ?? []).flatMap((f) => {
    const where = relative(root, f.name);
    if (isUnloaded(f)) return [`${where}: ${firstLine(f.message)}`];
    return f.assertionResults
      .filter((t) => t.status === 'failed')
      .map((t) => `${where} > ${t.fullName}: ${firstLine(t.failureMessages[0])}`);
  });
}

/** @param {string} file @returns {File[] | undefined} */
function filesOf(file) {
  try {
    return readJson(file).testResults;
  } catch {
    return undefined;
  }
}

/** @param {File} file */
const isUnloaded = (file) =>
  file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed');

const firstLine = (/** @type {string | undefined} */ words) =>
  words?.split('\n', 1)[0] || 'without a word; see above';

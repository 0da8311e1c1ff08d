import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** @param {Totals} totals */
export const totalsLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * Leaves the totals, and a line for each failure, where .ci/run finds them.
 * @param {string} name @param {Totals} totals @param {readonly string[]} [failures]
 */
export function writeTotals(name, totals, failures = []) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache', `${name}.totals.json`), `${JSON.stringify({ ...totals, failures })}\n`);
}

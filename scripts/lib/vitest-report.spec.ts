import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './project.mjs';
import { failuresOf, totalsOf } from './vitest-report.mjs';

describe('the totals of a test run', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'towncrier-report-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const report = (...files: [status: string, ...tests: string[]][]): string => {
    const file = join(folder, 'report.json');
    writeFileSync(
      file,
      JSON.stringify({
        testResults: files.map(([status, ...tests]) => ({
          status,
          assertionResults: tests.map((t) => ({ status: t })),
        })),
      }),
    );
    return file;
  };

  it('count what passed, failed and was skipped or left for later', () => {
    expect(
      totalsOf(report(['failed', 'passed', 'failed'], ['passed', 'passed', 'skipped', 'todo']), 1),
    ).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });
  it('count a file that could not be loaded as a failure', () =>
    expect(totalsOf(report(['failed'], ['passed', 'passed']), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    }));
  it('never say all is well when the run itself failed', () =>
    expect(totalsOf(report(['passed', 'passed']), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 }));
  it('call a run without a report a failure', () =>
    expect(totalsOf(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 }));
  it('are followed by what failed, a line each', () => {
    const file = join(folder, 'report.json');
    const failed = { status: 'failed', fullName: 'a tap is turned off', failureMessages: ['late\nat 3'] };
    const testResults = [
      { name: join(root, 'a.spec.ts'), status: 'failed', message: '', assertionResults: [failed] },
      { name: join(root, 'b.spec.ts'), status: 'failed', message: 'no such file\n', assertionResults: [] },
      { name: join(root, 'c.spec.ts'), status: 'passed', message: '', assertionResults: [] },
    ];
    writeFileSync(file, JSON.stringify({ testResults }));
    expect(failuresOf(file)).toEqual(['a.spec.ts > a tap is turned off: late', 'b.spec.ts: no such file']);
  });
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), as veraPDF names them. */
export const profiles = ['2a', 'ua1'] as const;
export type Profile = (typeof profiles)[number];

/**
 * What veraPDF finds wrong with each file: `FAIL`, then the clauses and numbers of its rules, e.g. `7.1-10`;
 * nothing where it passes. Files that it could not read are not in the answer.
 */
export async function judge(
  files: readonly string[],
  profile: Profile,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const archive = process.env['TOWNCRIER_VERAPDF'];
  if (archive === undefined) throw new Error('nobody has named veraPDF; use npm run pdf');
  const program = ['-cp', archive, 'org.verapdf.apps.GreenfieldCliWrapper'];
  const asked = ['--flavour', profile, '--format', 'text', '--verbose', ...files];
  // it ends with 1 when a file fails
  const { stdout } = await run('java', [...program, ...asked]).catch((error: unknown) =>
    saidAllTheSame(error),
  );
  return verdicts(stdout);
}

function saidAllTheSame(error: unknown): { readonly stdout: string } {
  if (typeof error === 'object' && error !== null && 'code' in error && 'stdout' in error && error.code === 1)
    return { stdout: String(error.stdout) };
  throw error;
}

/** A line is `PASS <file> <profile>` or `FAIL <file> <profile>`, the rules of a failed one under it. */
function verdicts(said: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let faults: string[] = [];
  for (const line of said.split('\n')) {
    const [, file] = /^(?:PASS|FAIL) (.*) \S+$/.exec(line) ?? [];
    const [, rule] = /^ +FAIL (\S+)/.exec(line) ?? [];
    if (file !== undefined) {
      faults = line.startsWith('FAIL') ? ['FAIL'] : [];
      found.set(file, faults);
    } else if (rule !== undefined) faults.push(rule);
  }
  return found;
}

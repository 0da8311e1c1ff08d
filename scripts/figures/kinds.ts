import type { SourceFile } from '../lib/source-files.ts';

/** What a person wrote in code; generated and recorded files are none. */
export const isCode = ({ path }: SourceFile): boolean =>
  /\.(ts|tsx|mts|mjs)$/.test(path) && !/\.generated\.ts$|(^|\/)fixtures\//.test(path);

/** A list of tests: its outermost functions are as long as the list. */
export const isSpec = ({ path }: SourceFile): boolean => /\.(spec|bench)\.tsx?$/.test(path);

/** Specs, benchmarks and what only they use: the suite that every channel passes, the town of the end-to-end tests. */
export const isTest = (file: SourceFile): boolean =>
  isSpec(file) || /\/(test|testing|bench)\/|^packages\/(e2e|channel-testkit)\//.test(file.path);

/** Code that somebody runs: services with their twins, packages, contracts and the scripts of the project. */
export const isSource = (file: SourceFile): boolean => isCode(file) && !isTest(file);

/** Code whose functions a person follows; in lists of tests the outermost function is the list. */
export const isRead = (file: SourceFile): boolean =>
  isSource(file) || (isCode(file) && !isSpec(file) && file.path.startsWith('packages/channel-testkit/'));

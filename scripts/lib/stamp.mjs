import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readJson, workspacePackages } from './project.mjs';

const ignoredFolder = /^(node_modules|dist|test|coverage|\..*)$/;
const ignoredFile = /(\.spec\.tsx?|\.bench\.ts|\.md)$/;

/**
 * What the stamp file remembers of the last set-up.
 * @param {string} at
 * @returns {{ dependencies?: string, build?: string }}
 */
export function readStamp(at) {
  try {
    return readJson(stampFile(at));
  } catch {
    return {};
  }
}

/** @param {string} at @param {{ dependencies?: string, build?: string }} stamp */
export function writeStamp(at, stamp) {
  mkdirSync(dirname(stampFile(at)), { recursive: true });
  writeFileSync(stampFile(at), `${JSON.stringify({ ...readStamp(at), ...stamp })}\n`);
}

const stampFile = (/** @type {string} */ at) => join(at, '.cache', 'stamp.json');

/** Changes when other dependencies must be installed. @param {string} at */
export function dependenciesFingerprint(at) {
  const hash = createHash('sha256');
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    '.pnpmfile.cjs',
    'package.json',
    ...workspacePackages(at).map((p) => join(p.folder, 'package.json')),
  ];
  for (const file of files)
    if (existsSync(join(at, file))) hash.update(file).update(readFileSync(join(at, file)));
  return hash.digest('hex');
}

/**
 * Changes when anything a build reads changed its size or time; no content is read, so it takes milliseconds.
 * @param {string} at
 */
export function sourcesFingerprint(at) {
  const hash = createHash('sha256').update(dependenciesFingerprint(at));
  const note = (/** @type {string} */ file) => {
    const { size, mtimeMs } = statSync(join(at, file));
    hash.update(`${file}:${size}:${mtimeMs}\n`);
  };
  for (const file of ['tsconfig.base.json', 'tsconfig.browser.json', 'turbo.json'])
    if (existsSync(join(at, file))) note(file);
  const walk = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(join(at, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (entry.isDirectory() && !ignoredFolder.test(entry.name)) walk(join(folder, entry.name));
      else if (entry.isFile() && !ignoredFile.test(entry.name)) note(join(folder, entry.name));
    }
  };
  for (const { folder } of workspacePackages(at)) walk(folder);
  return hash.digest('hex');
}

/** Packages that should have been built and were not. @param {string} at */
export function unbuilt(at) {
  return workspacePackages(at).filter(
    (p) => p.manifest.scripts?.build !== undefined && !existsSync(join(p.path, 'dist')),
  );
}

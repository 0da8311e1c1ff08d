import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { needJava } from './java.mjs';
import { root } from './project.mjs';
import { lastLines, run } from './run.mjs';
import { Trouble } from './trouble.mjs';

/**
 * The validator of the PDF Association's veraPDF consortium, one archive with all it needs. It judges our sheets
 * and is no part of what ships. `sum`: SHA-256 of the archive.
 */
const pinned = {
  artifact: 'org.verapdf.apps:greenfield-apps:1.28.2',
  file: 'greenfield-apps-1.28.2.jar',
  sum: '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6',
};
const copier = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';

/**
 * Path of the validator's archive: from the cache, else fetched with Maven.
 * @param {(line: string) => void} say
 */
export async function findVeraPdf(say) {
  await needJava('The sheets cannot be judged');
  const folder = join(root, '.cache', 'verapdf');
  const archive = join(folder, pinned.file);
  if (existsSync(archive) && isPinned(archive)) return archive;
  say('Fetching the validator of PDF files (veraPDF): Maven');
  mkdirSync(folder, { recursive: true });
  rmSync(archive, { force: true });
  const asked = [`-Dartifact=${pinned.artifact}`, `-DoutputDirectory=${folder}`];
  // outside the project: Maven looks for a project of its own where it runs
  const { code, output } = await run('mvn', ['-q', '-B', copier, ...asked], { cwd: folder });
  if (code !== 0 || !existsSync(archive))
    throw new Trouble(
      `veraPDF cannot be fetched; Maven must be there and reach its registry:\n${lastLines(output)}`,
    );
  if (!isPinned(archive)) throw new Trouble(`${archive} is not the pinned veraPDF: its checksum differs.`);
  return archive;
}

/** @param {string} archive */
const isPinned = (archive) => createHash('sha256').update(readFileSync(archive)).digest('hex') === pinned.sum;

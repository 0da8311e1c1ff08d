import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/project.mjs';
import { program, Trouble, wordsOf } from './lib/trouble.mjs';
import { bringUpData, checkData } from './migrate/bring-up.ts';

/**
 * `npm run migrate`: brings the data of a system that does not run up to this release. Every start does the
 * same for what it opens; here all of it is looked at before any of it moves.
 * `--check` changes nothing: 0 when this release can work with the data, 1 with the documents that it cannot
 * read.
 */
await program(async () => {
  const ground = {
    at: root,
    dataDir: process.env['TOWNCRIER_DATA'] || join(root, '.data'),
    mongodbUri: process.env['MONGODB_URI'] || undefined,
    say: (line: string) => void process.stdout.write(`${line}\n`),
  };
  const sound = await (isCheck() ? checkData(ground) : bringUpData(ground));
  return sound ? 0 : 1;
});

function isCheck(): boolean {
  try {
    const args = process.argv.slice(2).filter((arg) => arg !== '--');
    return parseArgs({ args, options: { check: { type: 'boolean' } } }).values.check ?? false;
  } catch (error) {
    throw new Trouble(`${wordsOf(error).split('. ')[0]}: npm run migrate [-- --check]`);
  }
}

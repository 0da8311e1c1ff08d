import { run } from './run.mjs';
import { Trouble } from './trouble.mjs';

/** Validators are programs in Java. @param {string} otherwise what cannot be done without it */
export async function needJava(otherwise) {
  if ((await run('java', ['-version'])).code !== 0)
    throw new Trouble(`${otherwise}: there is no Java here; install Java 17 or newer.`);
}

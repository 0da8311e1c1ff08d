/** Something a person must put right. The message is one sentence: what is wrong, and what to do. */
export class Trouble extends Error {
  name = 'Trouble';
}

/** The message of whatever was thrown. @param {unknown} error */
export const wordsOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * Runs a command-line program to its end. A Trouble ends it with its one sentence, anything else with its
 * stack.
 * @param {() => Promise<number | void>} main answers the exit code, 0 by default
 */
export async function program(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(
      `${error instanceof Trouble ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}

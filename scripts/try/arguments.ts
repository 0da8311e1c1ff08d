import { parseArgs } from 'node:util';
import { Trouble, wordsOf } from '../lib/trouble.mjs';

export interface TryArguments {
  readonly file: string;
  /** FILE is a warning message (CAP 1.2) and is relayed as a duty officer would. */
  readonly cap: boolean;
  readonly json: boolean;
  readonly urgent: boolean;
  readonly correct: string | null;
  readonly withdraw: boolean;
  /** What the import could not carry over was compared with the original. */
  readonly compared: boolean;
  /** Public words for the correction and the withdrawal; null for the usual ones. */
  readonly reason: string | null;
}

export const usage =
  'npm run try -- FILE [--json] [--urgent] [--correct FILE2] [--withdraw] [--compared] [--reason TEXT], or --cap FILE [--json]';

/** @throws Trouble naming the option that is wrong */
export function readArguments(args: readonly string[]): TryArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        cap: { type: 'string' },
        json: { type: 'boolean' },
        urgent: { type: 'boolean' },
        correct: { type: 'string' },
        withdraw: { type: 'boolean' },
        compared: { type: 'boolean' },
        reason: { type: 'string' },
      },
    });
    const [file, ...more] = [...positionals, ...(values.cap === undefined ? [] : [values.cap])];
    if (file === undefined) throw new Trouble(`Name the file to publish: ${usage}`);
    if (more.length > 0) throw new Trouble(`One file at a time, not ${[file, ...more].join(', ')}: ${usage}`);
    const reason = values.reason?.trim() ?? null;
    if (reason === '' || (reason !== null && reason.length > 500))
      throw new Trouble('The reason is read by the public: give it 1 to 500 characters.');
    if (values.cap !== undefined && (values.correct ?? values.withdraw ?? values.urgent) !== undefined)
      throw new Trouble(`A warning message says itself what it corrects or ends: ${usage}`);
    return {
      file,
      cap: values.cap !== undefined,
      json: values.json ?? false,
      urgent: values.urgent ?? false,
      correct: values.correct ?? null,
      withdraw: values.withdraw ?? false,
      compared: values.compared ?? false,
      reason,
    };
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`${wordsOf(error).split('. ')[0]}: ${usage}`);
  }
}

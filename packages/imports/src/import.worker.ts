import { decodeText, importSource, UnreadableText } from '@towncrier/content';
import { readWorkbook, Unreadable } from '@towncrier/tables';
import { readWord, WordUnreadable } from '@towncrier/word';
import type { Answer, Jobs } from './import.jobs.ts';
import { makersAt } from './word.makers.ts';

/** The functions of a thread: each reads one thing that was handed in. */

type Reads<F extends (...given: never[]) => unknown> = Promise<Answer<Awaited<ReturnType<F>>>>;

export function word({ bytes, draws, makers }: Jobs['word']): Reads<typeof readWord> {
  const { picture, draw, close } = makersAt(makers);
  return answer(() => readWord(bytes, { picture, ...(draws ? { draw } : {}) })).finally(close);
}

export const table = ({ name, bytes }: Jobs['table']): Reads<typeof readWorkbook> =>
  answer(() => readWorkbook(name, bytes));

export const text = ({ bytes }: Jobs['text']): Reads<typeof decodeText> => answer(() => decodeText(bytes));

export const source = (job: Jobs['source']): Reads<typeof importSource> =>
  answer(() => importSource(job.source, job.known));

async function answer<T>(read: () => T | Promise<T>): Promise<Answer<T>> {
  try {
    return { is: 'read', value: await read() };
  } catch (error) {
    const isOurs =
      error instanceof WordUnreadable || error instanceof Unreadable || error instanceof UnreadableText;
    if (!isOurs) throw error;
    return { is: 'refused', words: error.message };
  }
}

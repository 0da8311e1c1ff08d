import { Worker } from 'node:worker_threads';
import { asItIs } from '../read/pictures.ts';
import type { WordOptions, WordSource } from '../read-word.ts';
import { WordUnreadable } from '../word.unreadable.ts';
import type { FromReader, ToReader } from './word.messages.ts';

export interface ApartOptions extends WordOptions {
  /** After so many milliseconds the reading is ended. */
  readonly within?: number;
  /** MB of memory that reading may take. */
  readonly memory?: number;
}

const enough = { within: 60_000, memory: 768 };
const tooMuch = '文件太大或太复杂，没有读完；请拆成几份，或把全文作为附件';

/**
 * `readWord` in a thread of its own, so that a document that takes long or takes much neither holds up nor ends
 * anything else.
 * @throws WordUnreadable, also when it took too long or too much
 */
export async function readWordApart(bytes: Uint8Array, options: ApartOptions = {}): Promise<WordSource> {
  const { within, memory } = { ...enough, ...options };
  const worker = new Worker(new URL(`./word.worker.${ending}`, import.meta.url), {
    workerData: { bytes },
    execArgv:
      ending === 'ts' ? ['--conditions=@towncrier/source', '--disable-warning=ExperimentalWarning'] : [],
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const timer = setTimeout(() => void worker.terminate(), within);
  try {
    return await answerOf(worker, options.picture ?? ((given) => Promise.resolve(asItIs(given))));
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** As built, the worker is JavaScript; from the sources it is not. */
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

function answerOf(worker: Worker, picture: NonNullable<WordOptions['picture']>): Promise<WordSource> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromReader) => {
      if (message.says === 'read') resolve(message.source);
      else if (message.says === 'unreadable') reject(new WordUnreadable(message.words));
      else
        picture(message.bytes).then((made) => {
          const answer: ToReader = { ask: message.ask, picture: made };
          worker.postMessage(answer);
        }, reject);
    });
    worker.on('error', (cause) => {
      const outOfMemory = 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(outOfMemory ? new WordUnreadable(tooMuch, { cause }) : cause);
    });
    worker.on('exit', () => reject(new WordUnreadable(tooMuch)));
  });
}

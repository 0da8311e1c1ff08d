import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { decodeText, importSource, KnownPictures, Source } from '@towncrier/content';
import type { readWorkbook } from '@towncrier/tables';
import type { DrawObjects, MakePicture, WordSource } from '@towncrier/word';
import { Piscina } from 'piscina';
import type { Answer, Jobs } from './import.jobs.ts';
import { ImportRefused } from './import.refused.ts';
import { makersBehind } from './word.makers.ts';

export interface WordMakers {
  readonly picture: MakePicture;
  /** Without it, nothing is drawn. */
  readonly draw?: DrawObjects;
}

interface Bounds {
  /** Milliseconds for one thing, waiting for a free thread included; a large Word document has more. */
  readonly within: number;
  /** MB of memory for each thread. */
  readonly memory: number;
  readonly threads: number;
}

/** Milliseconds for each MB of a Word document: a photo of a telephone has five and takes a second or two. */
const withinMegabyte = 600;
const usual: Bounds = { within: 60_000, memory: 768, threads: 2 };
/** Milliseconds that a thread without work is kept: an editor who looks at previews comes back. */
const idle = 600_000;
const tooMuch = '内容太大或太复杂，没有读完；请拆成几份，或把全文作为附件';

/**
 * Reads what is handed in apart from everything else: in a thread, so that what takes long or takes much neither
 * holds up nor ends anything. A thread that is ended is replaced; nothing that was there before is touched.
 */
export class ImportThreads {
  private readonly bounds: Bounds;
  private pool: Piscina | null = null;

  constructor(bounds: Partial<Bounds> = {}) {
    this.bounds = { ...usual, ...bounds };
  }

  /** @throws ImportRefused, also when it took too long or too much · what a maker throws */
  async word(bytes: Uint8Array, makers: WordMakers): Promise<WordSource> {
    const { port1: here, port2: there } = new MessageChannel();
    const failed = new AbortController();
    const draw: DrawObjects = makers.draw ?? (() => Promise.resolve([]));
    makersBehind(here, { picture: makers.picture, draw }, (cause) => failed.abort(cause));
    const job = { bytes, draws: makers.draw !== undefined, makers: there };
    try {
      const more = (bytes.length / 1024 / 1024) * withinMegabyte;
      return await this.run('word', job, { ports: [there], signal: failed.signal, more });
    } catch (error) {
      throw failed.signal.aborted ? failed.signal.reason : error;
    } finally {
      here.close();
    }
  }

  /** @throws ImportRefused, also when it took too long or too much */
  table(name: string, bytes: Uint8Array): Promise<ReturnType<typeof readWorkbook>> {
    return this.run('table', { name, bytes });
  }

  /** @throws ImportRefused, also when it took too long or too much */
  text(bytes: Uint8Array): Promise<ReturnType<typeof decodeText>> {
    return this.run('text', { bytes });
  }

  /** @throws ImportRefused when it took too long or too much */
  source(source: Source, known: KnownPictures = new Map()): Promise<ReturnType<typeof importSource>> {
    return this.run('source', { source, known });
  }

  private async run<N extends keyof Jobs, T>(name: N, job: Jobs[N], options: RunOptions = {}): Promise<T> {
    const time = AbortSignal.timeout(Math.ceil(this.bounds.within + (options.more ?? 0)));
    const signal = options.signal === undefined ? time : AbortSignal.any([time, options.signal]);
    let answer: Answer<T>;
    try {
      answer = await this.threads().run(job, { name, signal, transferList: [...(options.ports ?? [])] });
    } catch (cause) {
      throw isTooMuch(cause) || time.aborted ? new ImportRefused(tooMuch, { cause }) : cause;
    }
    if (answer.is === 'refused') throw new ImportRefused(answer.words);
    return answer.value;
  }

  /** Made when something is first handed in: a thread takes a moment, and 60 MB. */
  private threads(): Piscina {
    if (this.pool !== null) return this.pool;
    const pool = new Piscina({
      filename: new URL(`./import.worker.${ending}`, import.meta.url).href,
      execArgv: ending === 'ts' ? fromSources : [],
      minThreads: 0,
      maxThreads: this.bounds.threads,
      idleTimeout: idle,
      resourceLimits: { maxOldGenerationSizeMb: this.bounds.memory },
    });
    // a thread that is being ended may still say that it ran out of memory: who asked was told already
    pool.on('error', () => {});
    this.pool = pool;
    return pool;
  }
}

interface RunOptions {
  /** Go over to the thread. */
  readonly ports?: readonly MessagePort[];
  /** Ends it early. */
  readonly signal?: AbortSignal;
  /** Milliseconds beyond the usual. */
  readonly more?: number;
}

/** For the files of this process. */
export const importThreads = new ImportThreads();
/** For the texts of drafts: who looks at a preview does not wait for the file of somebody else. */
export const sourceThreads = new ImportThreads({ within: 30_000 });
/** For documents of our own model, warnings among them: these wait for no text of somebody else. */
export const documentThreads = new ImportThreads({ within: 30_000 });

/** As built, a thread runs JavaScript; from the sources it does not. */
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const fromSources = [
  '--experimental-transform-types',
  '--conditions=@towncrier/source',
  '--disable-warning=ExperimentalWarning',
];

/** Out of memory, or nested deeper than a thread can follow. */
function isTooMuch(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  if ('code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY') return true;
  return cause instanceof RangeError && /call stack|string length|array length/i.test(cause.message);
}

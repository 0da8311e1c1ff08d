import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Picture } from '../read/pictures.ts';
import { readWord } from '../read-word.ts';
import { WordUnreadable } from '../word.unreadable.ts';
import type { FromReader, ToReader } from './word.messages.ts';

/** Reads one document in a thread of its own; pictures are made fit by who started it. */
const port = parentPort;
if (port === null) throw new Error('this runs as a worker only');
const { bytes } = z.object({ bytes: z.instanceof(Uint8Array) }).parse(workerData);
const say = (message: FromReader): void => port.postMessage(message);

const waiting = new Map<number, (picture: Picture | null) => void>();
port.on('message', ({ ask, picture }: ToReader) => waiting.get(ask)?.(picture));
const picture = (given: Uint8Array): Promise<Picture | null> =>
  new Promise((resolve) => {
    const ask = waiting.size;
    waiting.set(ask, resolve);
    say({ says: 'picture', ask, bytes: given });
  });

try {
  say({ says: 'read', source: await readWord(bytes, { picture }) });
} catch (error) {
  if (!(error instanceof WordUnreadable)) throw error;
  say({ says: 'unreadable', words: error.message });
}
port.close();

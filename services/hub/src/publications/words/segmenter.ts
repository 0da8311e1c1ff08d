import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let all: Jieba | null = null;
let short: Jieba | null = null;

/** Cuts Chinese into words. Its dictionary takes tens of megabytes: loaded once, when somebody first asks. */
export const segmenter = (): Jieba => (all ??= Jieba.withDict(dict));

/** The same with the words of one and two characters only: cuts a long word into those it is made of. */
export const shortSegmenter = (): Jieba => (short ??= Jieba.withDict(shortWords()));

function shortWords(): Uint8Array {
  const lines = Buffer.from(dict).toString('utf8').split('\n');
  return Buffer.from(lines.filter((line) => [...line.slice(0, line.indexOf(' '))].length <= 2).join('\n'));
}

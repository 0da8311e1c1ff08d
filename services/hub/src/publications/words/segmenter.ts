import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let loaded: Jieba | null = null;

/** Cuts Chinese into words. Its dictionary takes tens of megabytes: loaded once, when somebody first asks. */
export const segmenter = (): Jieba => (loaded ??= Jieba.withDict(dict));

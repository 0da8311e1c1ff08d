import type { Block } from '@towncrier/contracts';
import { lineOf } from './lines.ts';

/** What stands above the title of an official document (GB/T 9704-2012 §7.2). */
export interface RedHead {
  /** The body whose red head it is: “开远市人民政府文件”. */
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  /** The words that were taken off, apart from the number. */
  readonly words: readonly string[];
  readonly rest: readonly Block[];
}

const number = /^[\p{L}\d]{2,20}[〔[［(（]\d{4}[〕\]］)）]\s*第?\d+号$/u;
const head = /^(?!.*关于)([\p{Script=Han}（()）、\s]{3,60}?)文\s*件$/u;
const beside = /^(?:\d{6}|特急|加急|平急|特提|绝密.*|机密.*|秘密.*|签发人[：:].*|[★☆─━—\-_\s]+)$/u;

/** The document number on a line of its own. */
export const isDocumentNumber = (line: string): boolean => number.test(line);

/**
 * Takes the red head and the number off the top. A number alone is taken too: it is never the title. Lines that
 * only accompany them (copy number, urgency, who signed it) go along.
 */
export function takeRedHead(blocks: readonly Block[]): RedHead {
  let issuer: string | null = null;
  let documentNumber: string | null = null;
  const words: string[] = [];
  let taken = 0;
  for (let at = 0; at < Math.min(blocks.length, 8); at += 1) {
    const line = lineOf(blocks[at]);
    if (line === undefined) break;
    const named: string | undefined = issuer === null ? head.exec(line)?.[1] : undefined;
    if (named !== undefined) issuer = named.replace(/\s/gu, '');
    else if (documentNumber === null && number.test(line)) documentNumber = line;
    else if (!beside.test(line)) break;
    if (!number.test(line)) words.push(line);
    if (issuer !== null || documentNumber !== null) taken = at + 1;
  }
  return { issuer, documentNumber, words: taken === 0 ? [] : words, rest: blocks.slice(taken) };
}

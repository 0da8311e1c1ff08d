import type { Question } from '../api/hub.types.ts';

export type Template = NonNullable<Extract<Question, { kind: 'text' }>['templates']>[number];

/** What is chosen comes behind what was written. */
export const joined = (written: string, words: string): string =>
  written.trim() === '' ? words : `${written.trimEnd()}\n${words}`;

/** From where to where the first open place stands, at or behind `from`; the end of the text where there is none. */
export function firstBlank(text: string, from: number): readonly [number, number] {
  const blank = /【待填[^】]*】/g;
  blank.lastIndex = from;
  const found = blank.exec(text);
  return found === null ? [text.length, text.length] : [found.index, found.index + found[0].length];
}

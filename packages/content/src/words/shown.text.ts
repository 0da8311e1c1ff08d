import { narrowed } from './digits.ts';

/** Letters, figures and characters alone: how they are set, divided and quoted tells nothing about what is said. */
export const sayingOf = (text: string): string =>
  narrowed(text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** What a reader finds, to be searched. */
export class ShownText {
  private readonly text: string;

  constructor(shown: string) {
    this.text = sayingOf(shown);
  }

  /** Nothing to say is said. */
  has(words: string): boolean {
    return this.text.includes(sayingOf(words));
  }

  /** A number, and not as a part of a longer one. */
  hasNumber(words: string): boolean {
    const wanted = sayingOf(words);
    const [before, after] = [/^\d/.test(wanted) ? '(?<!\\d)' : '', /\d$/.test(wanted) ? '(?!\\d)' : ''];
    return wanted === '' || new RegExp(before + wanted + after, 'u').test(this.text);
  }
}

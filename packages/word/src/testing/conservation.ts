import type { Loss } from '@towncrier/content/losses';
import type { WordSource } from '../read-word.ts';
import { shownHtml, wordsOfHtml } from './imported.words.ts';

export interface Balance {
  /** Runs of the document that are neither in the text nor in a loss. */
  readonly missing: readonly string[];
  /** Digits of the text that no run pays for. */
  readonly unpaid: readonly string[];
  /** Digits that stand together in the text and nowhere in the document. */
  readonly joined: readonly string[];
}

/** Compares what was imported with the runs that another reader found. */
export function balance(runs: readonly string[], { source, losses }: WordSource): Balance {
  const words = wordsOfHtml(shownHtml(source));
  let text = bare(words);
  const gone: string[] = [];
  for (const run of runs.map(bare).filter((each) => each !== '')) {
    const at = text.indexOf(run);
    if (at === -1) gone.push(run);
    // each character pays for one run only
    else text = `${text.slice(0, at)}\n${text.slice(at + run.length)}`;
  }
  const left = runs.map(bare).filter((run) => !gone.includes(run));
  const known = new Set([runs.map(bare).join(''), left.join(''), ...runs].flatMap(digitsOf));
  return {
    missing: gone.filter((run) => !losses.some((loss) => tells(loss, run, gone.join('')))),
    unpaid: digitsOf(text),
    joined: digitsOf(words).filter((digits) => !known.has(digits)),
  };
}

/** Does a loss show these words, or as much of them as it has room for? */
function tells({ kind, excerpt = '' }: Loss, run: string, gone: string): boolean {
  if (kind === 'contents-list') return true;
  const shown = bare(excerpt.replace(/…$/, '').replace(/^[插删移][^：]{1,5}：/u, ''));
  return (
    shown !== '' &&
    (shown.includes(run) || run.includes(shown) || (excerpt.endsWith('…') && gone.includes(shown)))
  );
}

const digitsOf = (text: string): readonly string[] => spelled(text).match(/\d+/g) ?? [];

const high = '⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉';
const spelled = (text: string): string =>
  [...text].map((c) => (high.includes(c) ? String(high.indexOf(c) % 10) : c === '⁻' ? '-' : c)).join('');

/** Without white space, in capitals, exponents as plain digits. */
const bare = (text: string): string => spelled(text).replace(/\s/gu, '').toUpperCase();

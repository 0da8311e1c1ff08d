import type { Remark } from '../api/hub.types.ts';

/** The words a remark is about, with those around them (W3C Web Annotation Data Model, text quote). */
export type Quote = NonNullable<Remark['quote']>;

/** How many characters around the words are kept, so that they are found again. */
const around = 20;
/** The most that is quoted, as the hub takes it. */
export const longest = 500;

/** A stretch of a text as a quote; null for one that says nothing, or too much. */
export function quoteOf(text: string, from: number, to: number): Quote | null {
  const exact = text.slice(from, to);
  if (exact.trim() === '' || exact.length > longest) return null;
  return {
    exact,
    prefix: text.slice(Math.max(0, from - around), from),
    suffix: text.slice(to, to + around),
  };
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a quote stands in a text; of several places the one whose surroundings fit best. Null when it is gone. */
export function placeOf(text: string, { exact, prefix, suffix }: Quote): Stretch | null {
  let best: { readonly from: number; readonly fit: number } | null = null;
  for (let from = text.indexOf(exact); from >= 0; from = text.indexOf(exact, from + 1)) {
    const before = common(reversed(text.slice(0, from)), reversed(prefix));
    const fit = before + common(text.slice(from + exact.length), suffix);
    if (best === null || fit > best.fit) best = { from, fit };
  }
  return best === null ? null : { from: best.from, to: best.from + exact.length };
}

const reversed = (words: string): string => words.split('').reverse().join('');

/** How many characters two texts begin with alike. */
function common(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
}

/**
 * In which block a remark stands now: its own while the words are there, otherwise the nearest that has them. `texts`
 * are those of the blocks. Null when they are gone from the whole text.
 */
export function blockOf(
  texts: readonly string[],
  { block, quote }: Pick<Remark, 'block' | 'quote'>,
): number | null {
  // the title is block 0 for those who read
  const own = block - 1;
  if (quote === undefined) return own < texts.length ? own : null;
  const near = texts
    .flatMap((text, n) => (text.includes(quote.exact) ? [{ n, off: Math.abs(n - own) }] : []))
    .toSorted((a, b) => a.off - b.off);
  return near[0]?.n ?? null;
}

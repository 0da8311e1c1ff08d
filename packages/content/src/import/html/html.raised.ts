const paired = (plain: string, own: string): ReadonlyMap<string, string> => {
  const to = [...own];
  return new Map([...plain].map((character, i) => [character, to[i] ?? character]));
};
const superscripts = paired('0123456789+-=()−ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻ⁿⁱ');
const subscripts = paired('0123456789+-=()−', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋');

/** Words that mean the same on the line: marks of notes, trade marks, ordinals, circled numbers. */
const level = /^(?:[［[【〔(（]?[\d*※#†‡]+[］\]】〕)）]?|[®™©℠*※†‡①-⑳㉑-㊿]+|st|nd|rd|th|TM|SM)$/u;
const marked = /^[［[【〔]/u;

export interface Raised {
  readonly text: string;
  /** False where the text had to be written another way than the source shows it. */
  readonly same: boolean;
}

/** Words above or below the line, in characters of their own where Unicode has them: 10⁴, CO₂, m². */
export function raised(words: string, where: 'superscript' | 'subscript'): Raised {
  const own = where === 'superscript' ? superscripts : subscripts;
  const characters = [...words];
  if (!marked.test(words) && characters.every((c) => own.has(c)))
    return { text: characters.map((c) => own.get(c) ?? c).join(''), same: true };
  if (level.test(words)) return { text: words, same: true };
  return { text: `${where === 'superscript' ? '^' : '_'}(${words})`, same: false };
}

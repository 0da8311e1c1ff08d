import { roman } from '../../words/roman.ts';

/** How a list counts: the `type` of `ol` and `li`, or a `list-style-type`. */
type Numbering = (n: number) => string;

const letters = (first: string): Numbering => {
  const base = first.codePointAt(0) ?? 97;
  return (n) => {
    let word = '';
    for (let left = n; left > 0; left = Math.floor((left - 1) / 26))
      word = String.fromCodePoint(base + ((left - 1) % 26)) + word;
    return `${word}. `;
  };
};

const figures = '零一二三四五六七八九';

/** 1–99 as people count: 十, 十一, 二十, 二十一. Beyond that in figures. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99) return String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  if (tens === 0) return figures[n] ?? '';
  return `${tens === 1 ? '' : figures[tens]}十${ones === 0 ? '' : figures[ones]}`;
}

const decimal: Numbering = (n) => `${n}. `;
const none: Numbering = () => '';
const chinese: Numbering = (n) => `${chineseNumber(n)}、`;

const numberings: Readonly<Record<string, Numbering>> = {
  '1': decimal,
  decimal,
  'decimal-leading-zero': (n) => `${String(n).padStart(2, '0')}. `,
  a: letters('a'),
  'lower-alpha': letters('a'),
  'lower-latin': letters('a'),
  A: letters('A'),
  'upper-alpha': letters('A'),
  'upper-latin': letters('A'),
  i: (n) => `${roman(n).toLowerCase()}. `,
  'lower-roman': (n) => `${roman(n).toLowerCase()}. `,
  I: (n) => `${roman(n)}. `,
  'upper-roman': (n) => `${roman(n)}. `,
  'cjk-ideographic': chinese,
  'cjk-decimal': chinese,
  'simp-chinese-informal': chinese,
  'trad-chinese-informal': chinese,
  none,
  disc: none,
  circle: none,
  square: none,
};

/** Whether a list counts 1, 2, 3 as our own lists do; what is unknown does, as browsers have it. */
export const isPlain = (style: string | null): boolean =>
  style === null || (numberings[style] ?? decimal) === decimal;

/** The number before an item, with what divides it from the words; empty for a list without numbers. */
export const numberOf = (style: string | null, n: number): string =>
  n < 1 && style !== 'none' ? decimal(n) : (numberings[style ?? '1'] ?? decimal)(n);

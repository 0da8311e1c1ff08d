/** What may be wrong in a number, so that numbers are compared with their like. */
export const figureKinds = ['date', 'time', 'telephone', 'money', 'place', 'number'] as const;
export type FigureKind = (typeof figureKinds)[number];

/** A number, date, telephone or place in a text: as it stands there, and as it is compared. */
export interface Figure {
  readonly kind: FigureKind;
  readonly words: string;
  readonly same: string;
}

const narrowed = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0));

interface Pattern {
  readonly kind: FigureKind;
  readonly of: RegExp;
  /** Spellings of the same have one name. */
  same(match: RegExpMatchArray): string;
}

const digits = (words: string): string => words.replace(/[^\d.]/gu, '');
const two = (n: string | undefined): string => (n ?? '0').padStart(2, '0');

/** In this order: what one has taken, no other looks at. */
const patterns: readonly Pattern[] = [
  { kind: 'place', of: /https?:\/\/[\w./?=&%#:-]+/gu, same: () => '' },
  {
    kind: 'telephone',
    of: /(?<!\d)(?:0\d{2,3}[-—－ ]?\d{7,8}|1[3-9]\d{9}|12345|1[12]\d|95\d{3,4}|96\d{3,4})(?!\d)/gu,
    same: ([words]) => digits(words),
  },
  {
    kind: 'date',
    of: /(?:\d{4}年)?(\d{1,2})月(\d{1,2})日|(?:\d{4}[-/.])(\d{1,2})[-/.](\d{1,2})(?!\d)/gu,
    same: ([, month, day, m, d]) => `${two(month ?? m)}-${two(day ?? d)}`,
  },
  { kind: 'date', of: /(?<![\d月])(\d{1,2})日/gu, same: ([, day]) => `-${two(day)}` },
  {
    kind: 'time',
    of: /(?<!\d)(\d{1,2})(?:[:：](\d{2})|[时点](半|\d{1,2}分)?)/gu,
    same: ([, hour, minutes, more]) =>
      `${two(hour)}:${minutes ?? (more === '半' ? '30' : two(digits(more ?? '0')))}`,
  },
  {
    kind: 'money',
    of: /(\d[\d,]*(?:\.\d+)?)\s*(亿元|万元|元)/gu,
    same: ([, sum = '', unit]) => `${Number(digits(sum))}${unit}`,
  },
  {
    kind: 'place',
    of: /\p{Script=Han}{2,10}?(?:街道|小区|社区|广场|大厅|医院|学校|车站|大道|路|街|巷|村|桥|镇|乡)(?!\p{Script=Han}*(?:通知|公告))/gu,
    // whatever stands before the name is no part of it
    same: ([words]) => words.slice(-4),
  },
  { kind: 'number', of: /\d[\d,]*(?:\.\d+)?%?/gu, same: ([words]) => words.replaceAll(',', '') },
];

/** All of a text, in the order of their kinds. */
export function figuresIn(text: string): readonly Figure[] {
  let rest = narrowed(text);
  return patterns.flatMap(({ kind, of, same }) => {
    const found = [...rest.matchAll(of)].map((match) => ({ kind, words: match[0], same: same(match) }));
    rest = rest.replace(of, (words) => '\n'.repeat(words.length));
    return found.filter((one) => one.same !== '');
  });
}

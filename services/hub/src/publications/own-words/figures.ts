/** What may be wrong in a number, so that numbers are compared with their like. */
export const figureKinds = ['date', 'time', 'telephone', 'money', 'place', 'number'] as const;
export type FigureKind = (typeof figureKinds)[number];

/** A number, date, telephone or place in a text: as it stands there, and as it is compared. */
export interface Figure {
  readonly kind: FigureKind;
  readonly words: string;
  readonly same: string;
}

const narrow = (wide: string): string => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0);
const narrowed = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/gu, narrow).replace(spokenHour, (_words, part: string, hour: string) => {
    return `${part}${hourOf(hour)}`;
  });

interface Pattern {
  readonly kind: FigureKind;
  readonly of: RegExp;
  /** Spellings of the same have one name. */
  same(match: RegExpMatchArray): string;
}

const forenoon = '凌晨|清晨|清早|早上|早晨|上午|今早|明早';
const afternoon = '中午|下午|傍晚|晚上|晚间|夜间|夜里|今晚|明晚|当晚|晚';
/** 晚上八点: an hour in words is one where its part of the day stands before it; 一点 alone may be a little. */
const spokenHour = new RegExp(`(${forenoon}|${afternoon})([一二两三四五六七八九十]{1,3})(?=[时点])`, 'gu');
const ones = '零一二三四五六七八九';
function hourOf(words: string): number {
  const [tens, units] = words.includes('十') ? words.split('十') : ['零', words];
  const digit = (one: string): number => ones.indexOf(one.replace('两', '二'));
  return 10 * (tens === '' ? 1 : digit(tens ?? '零')) + (units === '' ? 0 : digit(units ?? '零'));
}

/** The afternoon reaches to the end of a span: 晚8时至10时. */
const spanOfAfternoon = new RegExp(
  `(?:${afternoon})\\d{1,2}(?:[:：]\\d{2}|[时点](?:半|\\d{1,2}分)?)?(?:至|到|[—–~～-]{1,2})$`,
  'u',
);
/** Of 24 hours. */
function hourIn({ index = 0, input = '' }: RegExpMatchArray, part: string | undefined, hour: string): string {
  const isLate =
    part === undefined
      ? spanOfAfternoon.test(input.slice(Math.max(0, index - 16), index))
      : new RegExp(`^(?:${afternoon})$`, 'u').test(part);
  const n = Number(hour);
  // 凌晨十二点 is the first hour of its day, 晚上十二点 the last
  if (n === 12 && part !== undefined && !/中午|下午|上午/u.test(part)) return isLate ? '24' : '00';
  return two(String(isLate && n < 12 && !(part === '中午' && n > 9) ? n + 12 : n));
}

const digits = (words: string): string => words.replace(/[^\d.]/gu, '');
const two = (n: string | undefined): string => (n ?? '0').padStart(2, '0');

/** In this order: what one has taken, no other looks at. */
const patterns: readonly Pattern[] = [
  { kind: 'place', of: /https?:\/\/[\w./?=&%#:-]+/gu, same: () => '' },
  {
    kind: 'telephone',
    of: /(?<!\d)(?:0\d{2,3}[-—－ ]?\d{7,8}|1[3-9]\d{9}|12345|1[12]\d|95\d{3,4}|96\d{3,4})(?!\d|[户人元个名位米亩吨辆条件天日年月时分次家所栋处岁]|万|公里|平方)/gu,
    same: ([words]) => digits(words),
  },
  {
    kind: 'date',
    of: /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu,
    same: ([, year, month, day, y, m, d]) =>
      [year ?? y, two(month ?? m), two(day ?? d)].filter((part) => part !== undefined).join('-'),
  },
  { kind: 'date', of: /(?<![\d月])(\d{1,2})日/gu, same: ([, day]) => `-${two(day)}` },
  {
    kind: 'time',
    of: new RegExp(
      `(${forenoon}|${afternoon})?(?<!\\d)(\\d{1,2})(?:[:：](\\d{2})|[时点](半|\\d{1,2}分)?)`,
      'gu',
    ),
    same(match) {
      const [, part, hour = '0', minutes, more] = match;
      return `${hourIn(match, part, hour)}:${minutes ?? (more === '半' ? '30' : two(digits(more ?? '0')))}`;
    },
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

import { roman } from '@towncrier/content/losses';
import { circledNumber } from '../symbols/circled.ts';
import { countingThousand, countingToHundred, digitByDigit, legalWords } from './chinese.numbers.ts';

type Writer = (n: number) => string;

const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const at = (characters: string, n: number): string => [...characters][(n - 1) % [...characters].length] ?? '';
const inRange =
  (first: number, most: number): Writer =>
  (n) =>
    n <= most ? String.fromCodePoint(first + n - 1) : String(n);

/** Formats of numbers (ISO/IEC 29500-1 §17.18.59) that papers in China use. */
const writers: Readonly<Record<string, Writer>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => fullWidth(String(n)),
  decimalFullWidth2: (n) => fullWidth(String(n)),
  upperRoman: (n) => romanWords(n),
  lowerRoman: (n) => romanWords(n).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (n) => letter(n).toLowerCase(),
  ordinal: (n) => `${n}${ordinalEnding(n)}`,
  chineseCounting: countingToHundred,
  chineseCountingThousand: countingThousand,
  taiwaneseCounting: countingToHundred,
  taiwaneseCountingThousand: countingThousand,
  taiwaneseDigital: digitByDigit,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  japaneseCounting: (n) =>
    countingThousand(n)
      .replaceAll('零', '')
      .replace(/一(?=[百千])/gu, ''),
  chineseLegalSimplified: legalWords,
  ideographTraditional: (n) => at(stems, n),
  ideographZodiac: (n) => at(branches, n),
  ideographZodiacTraditional: (n) => at(stems, n) + at(branches, n),
  decimalEnclosedCircle: circledNumber,
  decimalEnclosedCircleChinese: circledNumber,
  decimalEnclosedFullstop: inRange(0x2488, 20),
  decimalEnclosedParen: inRange(0x2474, 20),
  ideographEnclosedCircle: inRange(0x3280, 10),
  numberInDash: (n) => `- ${n} -`,
  none: () => '',
};

/** The number as it is shown; null for a format nobody has looked at. */
export function numberInWords(n: number, format: string): string | null {
  const writer = writers[format];
  if (writer === undefined) return null;
  return n < 1 && format !== 'none' ? String(n) : writer(n);
}

/** Word stops there. */
const largestRoman = 3_999;
const romanWords: Writer = (n) => roman(Math.min(n, largestRoman));

/** A … Z, AA, BB …, as Word goes on after Z. */
function letter(n: number): string {
  return String.fromCodePoint(65 + ((n - 1) % 26)).repeat(Math.min(Math.floor((n - 1) / 26) + 1, 20));
}

const fullWidth = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

function ordinalEnding(n: number): string {
  if (n % 100 >= 11 && n % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
}

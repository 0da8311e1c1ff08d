const plain = '〇一二三四五六七八九';
const legal = '零壹贰叁肆伍陆柒捌玖';

/** Digit for digit: 20 → 二〇 */
export const digitByDigit = (n: number): string =>
  [...String(n)].map((digit) => plain[Number(digit)]).join('');

/** 一, 十, 十一, 二十 … 九十九, and from a hundred on digit for digit, as Word counts. */
export const countingToHundred = (n: number): string => (n < 100 ? countingThousand(n) : digitByDigit(n));

/** 一百二十三, 一千零五 */
export const countingThousand = (n: number): string =>
  inWords(n, { digits: `零${plain.slice(1)}`, units: ['', '十', '百', '千'], one: false });

/** 壹拾, 壹佰贰拾叁 */
export const legalWords = (n: number): string =>
  inWords(n, { digits: legal, units: ['', '拾', '佰', '仟'], one: true });

interface Manner {
  readonly digits: string;
  readonly units: readonly string[];
  /** Is 十 at the beginning written 一十? */
  readonly one: boolean;
}

function inWords(n: number, manner: Manner): string {
  if (n === 0) return manner.digits[0] ?? '';
  if (n >= 10_000) {
    const [high, low] = [Math.floor(n / 10_000), n % 10_000];
    const rest =
      low === 0 ? '' : `${low < 1_000 ? (manner.digits[0] ?? '') : ''}${underTenThousand(low, manner)}`;
    return `${inWords(high, manner)}万${rest}`;
  }
  const words = underTenThousand(n, manner);
  return !manner.one && n >= 10 && n < 20 ? words.slice(1) : words;
}

function underTenThousand(n: number, { digits, units }: Manner): string {
  let words = '';
  let zero = false;
  for (const [i, digit] of [...String(n)].map(Number).entries()) {
    const unit = String(n).length - 1 - i;
    if (digit === 0) {
      zero = words !== '';
      continue;
    }
    words += `${zero ? (digits[0] ?? '') : ''}${digits[digit] ?? ''}${units[unit] ?? ''}`;
    zero = false;
  }
  return words;
}

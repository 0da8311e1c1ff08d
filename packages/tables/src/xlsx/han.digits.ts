/** Digits as `[DBNum1]`, `[DBNum2]` and `[DBNum3]` draw them (ECMA-376 part 1 §18.8.31). */
const digits: Readonly<Record<string, string>> = {
  1: '〇一二三四五六七八九',
  2: '零壹贰叁肆伍陆柒捌玖',
  3: '０１２３４５６７８９',
};

/**
 * Which of them a format draws digit for digit; null for every other format. Only where each digit has a place of
 * its own (`0`, `#`): in General and in dates these formats write 十, 百 and 千 too, which is another matter.
 */
export function hanDigits(format: string): ((shown: string) => string) | null {
  const [, kind = '', rest = ''] = /^\[DBNum([123])\](?:\[\$-[0-9A-F]+\])?(.*)$/iu.exec(format) ?? [];
  const drawn = digits[kind];
  if (drawn === undefined || !/^(?:[#0,.]|"[^"\d]*"|\\\D|[^\p{ASCII}\d])+$/u.test(rest)) return null;
  return (shown) => shown.replaceAll(/\d/gu, (digit) => drawn[Number(digit)] ?? digit);
}

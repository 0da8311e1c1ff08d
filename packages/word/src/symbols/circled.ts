const from = (code: number, n: number): string => String.fromCodePoint(code + n);

/** ① … ㊿; a number that has no such character stands in brackets. */
export function circledNumber(n: number): string {
  if (n === 0) return '⓪';
  if (n <= 20) return from(0x2460, n - 1);
  if (n <= 35) return from(0x3251, n - 21);
  return n <= 50 ? from(0x32b1, n - 36) : `（${n}）`;
}

const circledHan =
  '一二三四五六七八九十月火水木金土日株有社名特財祝労秘男女適優印注項休写正上中下左右医宗学監企資協夜';

/** One letter, number or Han character in a circle; in brackets when there is no such character. */
export function circled(inside: string): string {
  if (/^\d{1,2}$/.test(inside)) return circledNumber(Number(inside));
  if (/^[A-Z]$/.test(inside)) return from(0x24b6, inside.charCodeAt(0) - 65);
  if (/^[a-z]$/.test(inside)) return from(0x24d0, inside.charCodeAt(0) - 97);
  const at = inside.length === 1 ? circledHan.indexOf(inside) : -1;
  return at === -1 ? `（${inside}）` : from(0x3280, at);
}

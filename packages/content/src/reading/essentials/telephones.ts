import { narrowed } from '../../words/digits.ts';

const dialled = [
  String.raw`0\d{2,3}[-—－\s]?\d{7,8}(?:转\d{1,5})?`,
  String.raw`0\d{2,3}-1\d{4}(?:转\d{1,5})?`,
  String.raw`[48]00[-\s]?\d{3,4}[-\s]?\d{3,4}`,
  String.raw`1[3-9]\d{9}`,
].join('|');
/** 12345, 96116, 119: as a part of a sum or a time they are none. */
const service = String.raw`(?:123\d{2}|11[09]|12[02]|96\d{3,4})(?![.,:]\d|[%号户元万人亩])`;
const number = new RegExp(String.raw`(?<![\d./-]|\d[:,])(?:${dialled}|${service})(?!\d)`, 'gu');

/**
 * The numbers to call in a text, as they are written there; a fax is none. Service numbers (12345, 119) are told
 * only where the text speaks of calling.
 */
export function telephonesIn(text: string): readonly string[] {
  const plain = narrowed(text);
  const speaks = /电话|热线|拨打|致电|拨|咨询|监督|举报|求助|手机/u.test(plain);
  return [...plain.matchAll(number)].flatMap((found) => {
    const [words] = found;
    const before = plain.slice(Math.max(0, found.index - 6), found.index);
    if (/传真|邮编|QQ|编号/iu.test(before)) return [];
    return words.length <= 6 && !speaks ? [] : [words];
  });
}

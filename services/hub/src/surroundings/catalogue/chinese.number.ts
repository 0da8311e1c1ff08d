/** A count as time limits write it: in digits or Chinese. */
export const countPattern =
  '(?<![\\d.．第统一二两三四五六七八九十百])(?:\\d+|[一二两三四五六七八九十百零〇]+)';

const digits = '零一二三四五六七八九';
const digitIn = (c: string): number => (c === '两' ? 2 : c === '〇' ? 0 : digits.indexOf(c));
const form =
  /^(?:([一二两三四五六七八九])百)?[零〇]?(?:([一二两三四五六七八九])?(十))?([一二两三四五六七八九])?$/u;

/** 1–999 in digits or Chinese; null for what is no such number (二三, 一百一百). */
export function numberIn(said: string): number | null {
  if (/^\d+$/.test(said)) return Number(said) > 0 ? Number(said) : null;
  const read = form.exec(said);
  if (read === null || said === '') return null;
  const [, hundreds, tens, ten, ones] = read;
  const value =
    100 * (hundreds === undefined ? 0 : digitIn(hundreds)) +
    10 * (ten === undefined ? 0 : tens === undefined ? 1 : digitIn(tens)) +
    (ones === undefined ? 0 : digitIn(ones));
  return value > 0 ? value : null;
}

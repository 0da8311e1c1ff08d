import { minuteInChina } from './china.clock.ts';
import { narrowed } from './digits.ts';

/** Dates in words, by the clock in China. */

/** 2017-09-18 → 2017年9月18日 */
export function dateInWords(isoDate: string): string {
  const [year, month, day] = isoDate.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 2026-11-23T02:05:00Z → 2026年11月23日10时05分 */
export function instantInWords(instant: string): string {
  const local = minuteInChina(instant);
  return `${dateInWords(local.slice(0, 10))}${Number(local.slice(11, 13))}时${local.slice(14, 16)}分`;
}

/** 2026-11-20, 2026-11-26 → 2026年11月20日至11月26日 */
export function periodInWords(from: string, to: string): string {
  const end = dateInWords(to);
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${dateInWords(from)}至${end.slice(5)}`
    : `${dateInWords(from)}至${end}`;
}

/** Days from `from` to `to`, both counted. */
export function daysInclusive(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

const digits = '〇一二三四五六七八九';
const found = /(\d{4})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*日?/;
const foundInWords =
  /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/;

/**
 * The first calendar date in a text as YYYY-MM-DD, in digits or in Chinese numerals; null when there is none.
 */
export function findDate(words: string): string | null {
  const text = narrowed(words);
  const arabic = found.exec(text);
  if (arabic !== null) return isoOf(Number(arabic[1]), Number(arabic[2]), Number(arabic[3]));
  const chinese = foundInWords.exec(text);
  if (chinese === null) return null;
  const year = Array.from(chinese[1] ?? '', (c) => ('○零'.includes(c) ? 0 : digits.indexOf(c))).join('');
  return isoOf(Number(year), smallNumber(chinese[2] ?? ''), smallNumber(chinese[3] ?? ''));
}

/** True when the line says a date and nothing else. */
export function isDateLine(line: string): boolean {
  const bare = narrowed(line).replace(/[\s（()）]/g, '');
  return bare === found.exec(bare)?.[0] || bare === foundInWords.exec(bare)?.[0];
}

function smallNumber(words: string): number {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
  const value = (digit: string | undefined): number =>
    Math.max(0, digits.indexOf(digit === undefined || digit === '' ? '〇' : digit));
  return words.includes('十') ? (tens === '' ? 10 : value(tens) * 10) + value(ones) : value(ones);
}

function isoOf(year: number, month: number, day: number): string | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}

import { checkYear } from './calendar.check.ts';
import type { CalendarYear } from './calendar.year.ts';
import { daysBetween, plusDays, weekdayOf } from './civil-date.ts';

/** What was read of an announcement, and what does not fit together in it; nothing fits where `problems` say so. */
export interface Announcement {
  readonly year: CalendarYear;
  readonly problems: readonly string[];
}

const holiday = '(?:元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?)';
const head = new RegExp(`(${holiday}(?:[、和]${holiday})*)\\s*[:：]`, 'gu');
const aside = '(?:\\(([^)]*)\\))?';
const stretch = new RegExp(
  `(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日${aside}(?:至(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日${aside})?(?:放假|休息|调休)`,
  'u',
);
const singleDay = new RegExp(`(?:(\\d{1,2})月)?(\\d{1,2})日${aside}`, 'gu');
const counted = /共(\d+)天|放假(\d+)天/u;

/**
 * Reads 国务院办公厅关于…年部分节假日安排的通知 as it is published: a paragraph per holiday. The days of the
 * week and the numbers of days that it states are compared with what was read.
 */
export function readAnnouncement(year: number, source: string, text: string): Announcement {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '');
  const heads = [...plain.matchAll(head)];
  const reading = new Reading(year);
  for (const [n, found] of heads.entries()) {
    const begin = found.index + found[0].length;
    reading.paragraph(found[1] ?? '', plain.slice(begin, heads[n + 1]?.index ?? plain.length));
  }
  const read = { year, source, off: reading.off, work: reading.work };
  return { year: read, problems: [...reading.problems, ...checkYear(read)] };
}

class Reading {
  readonly off: Record<string, string> = {};
  readonly work: Record<string, string> = {};
  readonly problems: string[] = [];

  constructor(private readonly year: number) {}

  paragraph(name: string, words: string): void {
    const found = stretch.exec(words);
    if (found === null) {
      this.problems.push(`“${name}”一段里没有读出放假的日期`);
      return;
    }
    const [, fromYear, fromMonth, fromDay, fromAside, toYear, toMonth, toDay, toAside] = found;
    const from = dateOf(Number(fromYear ?? this.year), Number(fromMonth), Number(fromDay));
    const lastYear = Number(toYear ?? this.year);
    const to = toDay === undefined ? from : dateOf(lastYear, Number(toMonth ?? fromMonth), Number(toDay));
    this.compare(name, from, fromAside);
    if (toDay !== undefined) this.compare(name, to, toAside);
    const length = daysBetween(from, to) + 1;
    const [, inAll, alone] = counted.exec(words) ?? [];
    const said = inAll ?? alone;
    if (length < 1 || length > 15 || (said !== undefined && Number(said) !== length))
      this.problems.push(`“${name}”读出 ${length} 天（${from} 至 ${to}），原文为 ${said ?? '—'} 天`);
    else for (let n = 0; n < length; n += 1) this.off[plusDays(from, n)] = name;
    this.worked(name, words);
  }

  private worked(name: string, words: string): void {
    for (const sentence of words.split(/[。;；]/u).filter((one) => one.includes('上班'))) {
      let month = 0;
      for (const [, ownMonth, day, said] of sentence.matchAll(singleDay)) {
        month = ownMonth === undefined ? month : Number(ownMonth);
        const date = dateOf(this.year, month, Number(day));
        this.compare(name, date, said);
        this.work[date] = name;
      }
    }
  }

  /** `aside`: what stands in brackets after a date, e.g. 农历除夕、周一. */
  private compare(name: string, date: string, aside = ''): void {
    const said = /(?:周|星期)([一二三四五六日天])/u.exec(aside)?.[1]?.replace('天', '日');
    if (said !== undefined && said !== weekdayOf(date))
      this.problems.push(`“${name}”里的 ${date} 是星期${weekdayOf(date)}，原文为星期${said}`);
  }
}

const dateOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

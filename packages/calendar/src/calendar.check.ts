import type { CalendarYear } from './calendar.year.ts';
import { isWeekend } from './civil-date.ts';

const holidays = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'];
/** 全国年节及纪念日放假办法 (2024) gives thirteen days off; with their weekends there have never been forty. */
const fewest = 13;
const most = 40;

/** Why a year cannot be as it was entered, in words for whoever entered it. */
export function checkYear({ year, off, work }: CalendarYear): readonly string[] {
  const names = Object.values(off);
  const missing = holidays.filter((holiday) => !names.some((name) => name.includes(holiday)));
  const days = Object.keys(off);
  const foreign = [...days, ...Object.keys(work)].filter((day) => !day.startsWith(`${year}-`));
  return [
    ...missing.map((holiday) => `缺少“${holiday}”的放假安排`),
    ...(days.length < fewest || days.length > most
      ? [`共读出 ${days.length} 个放假日，应在 ${fewest} 至 ${most} 个之间`]
      : []),
    ...foreign.filter((day) => !isNextDoor(day, year)).map((day) => `${day} 不在 ${year} 年`),
    ...Object.keys(work)
      .filter((day) => !isWeekend(day))
      .map((day) => `上班日 ${day} 不是星期六或星期日`),
    ...Object.keys(work)
      .filter((day) => off[day] !== undefined)
      .map((day) => `${day} 既放假又上班`),
  ];
}

/** 元旦 may begin in the last days of the year before. */
const isNextDoor = (day: string, year: number): boolean => day.startsWith(`${year - 1}-12-`);

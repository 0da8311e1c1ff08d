import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calendarYear, ChinaCalendar, type CalendarYear } from '@towncrier/calendar';

/**
 * The shipped years and those that lie in `<data>/calendar/<year>.json`, put there once they are announced.
 * @throws naming the file that cannot be read
 */
export async function openCalendar(dataDir: string): Promise<ChinaCalendar> {
  const folder = join(dataDir, 'calendar');
  await mkdir(folder, { recursive: true });
  const files = (await readdir(folder)).filter((name) => /^\d{4}\.json$/.test(name));
  return new ChinaCalendar(await Promise.all(files.map((name) => readYear(join(folder, name)))));
}

async function readYear(file: string): Promise<CalendarYear> {
  try {
    return calendarYear.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new Error(
      `${file} is no calendar of a year: {"year": 2027, "source": "…", "off": {"2027-01-01": "元旦"}, "work": {}}`,
      { cause },
    );
  }
}

import dayjsConfig from '@rc-component/picker/generate/dayjs';
import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc';

// the library's own configuration has the others that it needs
dayjs.extend(utc);

const ahead = 8 * 3_600_000;

/**
 * The clock on the wall in China, as days and hours are asked for everywhere here, whatever zone the browser is
 * in. It stands in moments of UTC, which has no hour that is left out or comes twice: a moment of the browser's
 * zone could not be any time of any day.
 */
export const wallClock: typeof dayjsConfig = {
  ...dayjsConfig,
  getNow: () => dayjs.utc(Date.now() + ahead),
  getFixedDate: (day) => read(day, ['YYYY-M-DD', 'YYYY-MM-DD']) ?? dayjs.utc(day),
  locale: { ...dayjsConfig.locale, parse: (_, text, formats) => read(text, formats) },
};

const read = (text: string, formats: readonly string[]): Dayjs | null =>
  formats.map((format) => dayjs.utc(text, format, true)).find((moment) => moment.isValid()) ?? null;

/** What a field says and is told, in words like `2026-11-29`, `2026-11-29T08:30`, `08:30` or `2026-11`. */
export const momentOf = (words: string | null | undefined, format: string): Dayjs | null =>
  words === undefined || words === null || words === '' ? null : read(words, [format]);
export const wordsOf = (moment: Dayjs | null, format: string): string =>
  moment === null ? '' : moment.format(format);

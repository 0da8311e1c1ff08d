/**
 * The clock on the wall in China: UTC+8 all year (no summer time since 1991), whatever machine this runs on.
 */
const aheadMs = 8 * 3_600_000;

const local = (instant: Date | string): string =>
  new Date((typeof instant === 'string' ? Date.parse(instant) : instant.getTime()) + aheadMs).toISOString();

/** `2026-11-23` */
export const dateInChina = (instant: Date | string): string => local(instant).slice(0, 10);

/** `2026-11-23 18:05` */
export const minuteInChina = (instant: Date | string): string =>
  local(instant).slice(0, 16).replace('T', ' ');

/** The instant (ISO 8601, UTC) at which a calendar date is over in China. */
export const endOfDayInChina = (date: string): string =>
  new Date(Date.parse(date) + 86_400_000 - aheadMs).toISOString();

import { endOfDayInChina } from '@towncrier/content';

const day = 86_400_000;

/**
 * When a notice leaves the screens (ISO 8601, UTC): after the last day of its 公示期 in China (UTC+8), else
 * `days` after it came.
 */
export function showUntil(last: string | null, releasedAt: string, days: number): string {
  const usual = new Date(Date.parse(releasedAt) + days * day);
  if (last === null) return usual.toISOString();
  const end = endOfDayInChina(last);
  return Date.parse(end) > Date.parse(releasedAt) ? end : usual.toISOString();
}

const day = 86_400_000;

/** When a notice leaves the screens (ISO 8601, UTC): after the last day of its 公示期 in China (UTC+8), else `days` after it came. */
export function showUntil(last: string | null, releasedAt: string, days: number): string {
  const usual = new Date(Date.parse(releasedAt) + days * day);
  if (last === null) return usual.toISOString();
  const end = new Date(Date.parse(`${last}T00:00:00+08:00`) + day);
  return end > new Date(releasedAt) ? end.toISOString() : usual.toISOString();
}

/** The calendar date in China (UTC+8, no summer time) at an instant, `YYYY-MM-DD`. */
export const civilDate = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

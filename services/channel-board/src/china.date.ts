/** ISO date in China: UTC+8 all year. */
export const dateInChina = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

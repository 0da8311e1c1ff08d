/** Instants and spans as a clerk reads them. */
export const when = (instant: string | undefined): string =>
  instant === undefined
    ? '—'
    : new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
export const took = (ms: number | undefined): string =>
  ms === undefined ? '—' : ms < 1000 ? `${ms} 毫秒` : `${(ms / 1000).toFixed(1)} 秒`;

/** The civil date in China. */
export const today = (now = new Date()): string =>
  new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
/** Whether a civil date in China is over. */
export const overdue = (day: string, now = new Date()): boolean => day < today(now);

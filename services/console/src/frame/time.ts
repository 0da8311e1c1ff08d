/** Instants and spans as a clerk reads them. */
export const when = (instant: string | undefined): string =>
  instant === undefined
    ? '—'
    : new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
export const took = (ms: number | undefined): string =>
  ms === undefined ? '—' : ms < 1000 ? `${ms} 毫秒` : `${(ms / 1000).toFixed(1)} 秒`;

/** How long it has been since an instant, in the largest unit that says something. */
export function lasting(since: string, now = Date.now()): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  if (minutes < 1) return '不到 1 分钟';
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`;
}

/** The civil date in China. */
export const today = (now = new Date()): string =>
  new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
/** Whether a civil date in China is over. */
export const overdue = (day: string, now = new Date()): boolean => day < today(now);

import type { QuietHours } from './capabilities.ts';

const chinaMs = 8 * 3_600_000;
const dayMs = 86_400_000;
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/**
 * When quiet hours that hold at `now` are over (ISO 8601), or null when they do not hold. `from` and `to` are
 * the clock on the
 * wall in China; a `to` before `from` is on the next day.
 */
export function quietUntil({ from, to }: QuietHours, now: string): string | null {
  const local = Date.parse(now) + chinaMs;
  const midnight = local - (local % dayMs);
  const minute = (local - midnight) / 60_000;
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  const holds = begins <= ends ? minute >= begins && minute < ends : minute >= begins || minute < ends;
  if (!holds) return null;
  const end = minute < ends ? midnight + ends * 60_000 : midnight + dayMs + ends * 60_000;
  return new Date(end - chinaMs).toISOString();
}

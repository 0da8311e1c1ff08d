import { plusDays, type ChinaCalendar } from '@towncrier/calendar';
import type { AgendaDay } from './agenda.ts';

/** The days from one to another, both counted, with what the State Council says of them. */
export function daysOf(from: string, to: string, calendar: ChinaCalendar): readonly AgendaDay[] {
  const days: AgendaDay[] = [];
  for (let on = from; on <= to; on = plusDays(on, 1)) {
    const known = calendar.knows(on);
    const year = known ? calendar.year(Number(on.slice(0, 4))) : null;
    days.push({ on, off: year?.off[on] ?? null, worked: year?.work[on] ?? null, known });
  }
  return days;
}

import { AuditedStore } from '../../trail/audited.store.ts';
import type { RequestsService } from '../requests/requests.service.ts';
import type { Floors } from '../surrounding.ts';
import { CalendarDesk, noYear } from './calendar.desk.ts';
import { calendarDocs } from './calendar.documents.ts';
import { CalendarWatch } from './calendar.watch.ts';

export interface Deadlines {
  readonly desk: CalendarDesk;
  readonly watch: CalendarWatch;
}

/** What was entered is known before anybody asks for a deadline. */
export async function composeDeadlines(
  { parts, audit, calendar, publications }: Floors,
  { requests }: { readonly requests: RequestsService },
): Promise<Deadlines> {
  const docs = await parts.store.collection(calendarDocs);
  const reckons = [(from: string) => publications.reckon(from), (from: string) => requests.reckon(from)];
  const store = new AuditedStore(docs, audit.follow(docs), noYear);
  const desk = new CalendarDesk(store, calendar, reckons, parts.clock);
  return { desk, watch: new CalendarWatch(desk, await desk.load(), parts.log) };
}

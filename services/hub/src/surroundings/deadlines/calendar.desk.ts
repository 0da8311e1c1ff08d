import { readAnnouncement, type CalendarYear, type ChinaCalendar } from '@towncrier/calendar';
import { permit } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import { ProblemError } from '../../http/problem.ts';
import { allOf } from '../../ports/all-of.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { deedOf, type Doer } from '../../trail/audit.deed.ts';
import type { Deed } from '../../trail/audit.fact.ts';
import type { AuditedStore } from '../../trail/audited.store.ts';
import type { CalendarDoc } from './calendar.documents.ts';
import { calendarPermissions } from './calendar.steps.ts';
import type { AnnounceRequest, Announced } from './deadlines.requests.ts';

/** Works out again what was provisional. `from`: the first day of the year that is known now. */
export type Reckon = (from: string) => Promise<void>;

export const noYear = '没有录入过这一年的工作日历';

/** Years that are entered from the State Council's announcement, beside those the house ships. */
export class CalendarDesk {
  constructor(
    private readonly store: AuditedStore<CalendarDoc>,
    private readonly calendar: ChinaCalendar,
    private readonly reckons: readonly Reckon[],
    private readonly clock: Clock,
  ) {}

  /** Learns what was entered, here or at another replica. @returns the years that are new */
  async load(): Promise<readonly CalendarYear[]> {
    const fresh: CalendarYear[] = [];
    for (const { year, source, off, work } of (await allOf(this.store.docs)).values()) {
      const said: CalendarYear = { year, source, off: { ...off }, work: { ...work } };
      const known = this.calendar.known.includes(year) ? this.calendar.year(year) : null;
      if (JSON.stringify(known) === JSON.stringify(said)) continue;
      this.calendar.learn(said);
      fresh.push(said);
    }
    return fresh;
  }

  /** Works out again what waited for these years. */
  async reckon(years: readonly CalendarYear[]): Promise<void> {
    for (const { year } of years) for (const reckon of this.reckons) await reckon(`${year}-01-01`);
  }

  /**
   * Reads an announcement; keeps it where `apply` says so and nothing in it contradicts itself.
   * @throws ProblemError 403 · 422 `bad-calendar`
   */
  async announce(who: Actor, { year, source, text, apply }: AnnounceRequest): Promise<Announced> {
    permit(who, calendarPermissions, 'announce', 'Calendar');
    const { year: read, problems } = readAnnouncement(year, source, text);
    if (apply && problems.length > 0)
      throw new ProblemError(422, 'bad-calendar', `${problems.join('；')}。请核对通知原文后重新录入`);
    if (apply) {
      await this.keep(who, read);
      this.calendar.learn(read);
      await this.reckon([read]);
    }
    return { calendar: read, problems: [...problems], applied: apply };
  }

  private async keep(who: Actor, read: CalendarYear): Promise<void> {
    const id = String(read.year);
    const found = await this.store.docs.get(id);
    if (found === null && (await this.store.insert({ _id: id, ...read }, this.fact(who, read, 1)))) return;
    const { revision } = await this.store.get(id);
    await this.store.change(id, revision, () => ({
      next: { _id: id, ...read },
      fact: this.fact(who, read, revision + 1),
    }));
  }

  private fact(by: Doer, { year, source, off, work }: CalendarYear, revision: number): Deed {
    const detail = { source, off: String(Object.keys(off).length), work: String(Object.keys(work).length) };
    return deedOf({
      kind: 'calendar',
      key: String(year),
      revision,
      act: 'announce',
      by,
      at: this.clock(),
      detail,
    });
  }
}

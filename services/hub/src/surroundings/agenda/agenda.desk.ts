import { daysBetween, plusDays, type ChinaCalendar } from '@towncrier/calendar';
import { dateInChina } from '@towncrier/content';
import { may } from '../../access/permissions.ts';
import type { OrganisationsService } from '../../access/organisation/organisations.service.ts';
import type { Actor } from '../../access/person.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import type { PlanDesk } from '../../publications/plan.desk.ts';
import { publicationPermissions } from '../../publications/publication.permissions.ts';
import type { ObligationsService } from '../obligations/obligations.service.ts';
import { longAgo, obligationsBetween } from '../obligations/readable.obligations.ts';
import type { TypesDesk } from '../publication-types/types.desk.ts';
import type { RequestsService } from '../requests/requests.service.ts';
import { longestStretch, type Agenda, type AgendaEntry } from './agenda.ts';
import { daysOf } from './agenda.days.ts';
import { obligationEntry, plannedEntry, requestEntry } from './agenda.entries.ts';
import { horizon, radarOf, type Radar } from './radar.ts';

export interface AgendaSources {
  readonly plan: PlanDesk;
  readonly obligations: Pick<ObligationsService, 'of'>;
  readonly requests: Pick<RequestsService, 'dueBetween'>;
  readonly types: Pick<TypesDesk, 'all'>;
  readonly organisations: Pick<OrganisationsService, 'list'>;
  readonly calendar: ChinaCalendar;
  readonly clock: Clock;
}

/** What has its day between two days, as far as this person may know it. */
export class AgendaDesk {
  constructor(private readonly at: AgendaSources) {}

  /** @throws ProblemError 422 for a stretch that is none, or is too long */
  async of(who: Actor, from: string, to: string): Promise<Agenda> {
    const length = daysBetween(from, to) + 1;
    if (length < 1 || length > longestStretch)
      throw new ProblemError(
        422,
        'bad-period',
        `一次最多查看 ${longestStretch} 天，且起日不晚于止日；请改选日期`,
      );
    const today = dateInChina(this.at.clock());
    const [planned, owed, requests] = await Promise.all([
      this.at.plan.between(who, from, to, this.typesWithPeriod()),
      this.obligations(who, from, to),
      this.at.requests.dueBetween(who, from, to),
    ]);
    return {
      today,
      days: [...daysOf(from, to, this.at.calendar)],
      entries: [
        ...planned.map((one) => plannedEntry(one, today)),
        ...owed.map(({ entry }) => entry),
        ...requests.map((one) => requestEntry(one, today)),
      ].toSorted(byDay),
    };
  }

  /** What is owed by whom, late or within the next weeks. */
  async radar(who: Actor): Promise<Radar> {
    const today = dateInChina(this.at.clock());
    const until = plusDays(today, horizon);
    const [drafts, owed, requests, bodies] = await Promise.all([
      this.at.plan.due(who, until),
      this.obligations(who, longAgo(today), until),
      this.at.requests.dueBetween(who, '', until),
      this.at.organisations.list(),
    ]);
    const names = new Map(bodies.map(({ code, name }) => [code, name]));
    const nameOf = (code: string): string => names.get(code) ?? code;
    return radarOf(
      [
        ...drafts.map((one) => ({ entry: plannedEntry(one, today), body: nameOf(one.organisation) })),
        ...owed.map(({ entry, by }) => ({ entry, body: by })),
        ...requests.map((one) => ({ entry: requestEntry(one, today), body: nameOf(one.organisation) })),
      ],
      today,
      this.at.calendar,
    );
  }

  private typesWithPeriod(): readonly string[] {
    return this.at.types.all
      .filter(({ fields }) => fields.some(({ kind }) => kind === 'period'))
      .map(({ code }) => code);
  }

  /** Recurring ones that nothing has met yet. */
  private async obligations(who: Actor, from: string, to: string): Promise<readonly Recurring[]> {
    const writes = may(who, publicationPermissions, 'createPublication', 'Publication');
    const all = await obligationsBetween(this.at.obligations, from, to);
    return all
      .filter(({ dueOn, state }) => state !== 'met' && dueOn >= from && dueOn <= to)
      .map((one) => ({ entry: obligationEntry(one, writes), by: one.lead ?? one.body }));
  }
}

interface Recurring {
  readonly entry: AgendaEntry;
  readonly by: string;
}

const byDay = (a: AgendaEntry, b: AgendaEntry): number =>
  a.from.localeCompare(b.from) || (a.time ?? '').localeCompare(b.time ?? '') || a.key.localeCompare(b.key);

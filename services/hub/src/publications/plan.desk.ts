import { plusDays } from '@towncrier/calendar';
import { endOfDayInChina } from '@towncrier/content';
import type { Collection, Where } from '@towncrier/storage';
import type { Person } from '../access/person.ts';
import type { Clock } from '../ports/hub.parts.ts';
import { plannedOf, type Planned } from './planned.ts';
import type { PublicationDoc } from './publication.document.ts';

/** Longest list (publications) that is looked through for each question. */
const most = 1000;
/** How long ago (days) something may have been released whose period still runs. */
const longestPeriod = 400;

/** What publications have on the days of a calendar, as far as somebody may know it. */
export class PlanDesk {
  constructor(
    private readonly docs: Collection<PublicationDoc>,
    private readonly clock: Clock,
  ) {}

  /** @param types of publications that have a period */
  async between(
    who: Person,
    from: string,
    to: string,
    types: readonly string[],
  ): Promise<readonly Planned[]> {
    const begin = endOfDayInChina(plusDays(from, -1));
    const found = await Promise.all([
      this.find({ wakeAt: { gte: begin, lt: endOfDayInChina(to) } }),
      this.find({ dueOn: { gte: from, lte: to } }),
      this.find({
        state: { in: ['draft', 'submitted', 'in-review', 'secrecy-review', 'referred', 'approved'] },
      }),
      this.find({ type: { in: types }, updatedAt: { gte: plusDays(from, -longestPeriod) } }),
    ]);
    const docs = new Map(found.flat().map((doc) => [doc._id, doc]));
    const now = this.clock().toISOString();
    return [...docs.values()]
      .flatMap((doc) => plannedOf(who, doc, now))
      .filter((one) => one.from <= to && one.to >= from);
  }

  /** What is not public yet and is to be by that day, or was. */
  async due(who: Person, to: string): Promise<readonly Planned[]> {
    const now = this.clock().toISOString();
    const docs = await this.find({ dueOn: { lte: to } });
    return docs.flatMap((doc) => plannedOf(who, doc, now)).filter(({ kind }) => kind === 'due');
  }

  private async find(where: Where): Promise<readonly PublicationDoc[]> {
    return (await this.docs.find(where, { limit: most })).items;
  }
}

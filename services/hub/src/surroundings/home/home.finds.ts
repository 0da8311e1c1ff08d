import { dateInChina } from '@towncrier/content';
import type { Collection, Order, Where } from '@towncrier/storage';
import type { Person } from '../../access/person.ts';
import type { Changes } from '../../ports/changes.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { Recently } from '../../ports/recently.ts';
import type { PublicationDoc } from '../../publications/publication.document.ts';
import { house } from '../../publications/reading.rights.ts';
import { endedStates, inReview, unreleased } from '../../publications/rules/states.ts';
import type { ColumnsService } from '../columns/columns.service.ts';
import type { Obligation } from '../obligations/obligations.ts';
import type { ObligationsService } from '../obligations/obligations.service.ts';
import { longAgo, obligationsBetween } from '../obligations/readable.obligations.ts';
import { lastReleaseIn } from './column.release.ts';
import { dayAfter, soonDays } from './home.days.ts';
import type { ColumnSeen } from './light.rules.ts';

/** Publications that are looked through for each question. */
const most = 1000;
/** Of a column, to find the last that came into it. */
const few = 20;

type Docs = readonly PublicationDoc[];

export interface HomeSources {
  readonly docs: Pick<Collection<PublicationDoc>, 'find'>;
  readonly obligations: Pick<ObligationsService, 'of'>;
  readonly columns: Pick<ColumnsService, 'list'>;
  readonly clock: Clock;
  readonly changes: Changes;
}

/** What is the same for everybody, or for everybody of a body. */
export interface Common {
  /** In review, the oldest first. */
  readonly waiting: Docs;
  /** Released before its reviews, which it is still owed; the soonest due first. */
  readonly afterwards: Docs;
  /** Approved or to go out by itself, the oldest first. */
  readonly approved: Docs;
  /** Warnings in force, the newest first. */
  readonly warnings: Docs;
  /** Recurring obligations since last year. */
  readonly owed: readonly Obligation[];
}

/** Asks the store for each purpose by itself, and once for all who ask within a moment. */
export class HomeFinds {
  private readonly commons: Recently<Common>;
  private readonly drafts: Recently<Docs>;
  private readonly seen: Recently<readonly ColumnSeen[]>;

  constructor(private readonly at: HomeSources) {
    this.commons = new Recently(at.clock);
    this.drafts = new Recently(at.clock);
    this.seen = new Recently(at.clock);
    at.changes.listen(({ kind }) => {
      if (kind === 'publications' || kind === 'columns') this.forget();
    });
  }

  common(): Promise<Common> {
    return this.commons.of('all', () => this.findCommon());
  }

  /** Drafts that somebody can be an author of, the last changed first: the house writes for every body. */
  async draftsFor({ organisation }: Person): Promise<Docs> {
    const [own, others] = await Promise.all([
      this.drafts.of(organisation, () => this.find({ state: 'draft', organisation }, { updatedAt: 'desc' })),
      organisation === house
        ? this.drafts.of('', () => this.find({ state: 'draft' }, { updatedAt: 'desc' }))
        : [],
    ]);
    return [...new Map([...own, ...others].map((doc) => [doc._id, doc])).values()];
  }

  /** What is shown of a column to everybody alike. */
  columns(who: Person): Promise<readonly ColumnSeen[]> {
    return this.seen.of('all', () => this.findColumns(who));
  }

  private forget(): void {
    for (const kept of [this.commons, this.drafts, this.seen]) kept.forget();
  }

  private async findCommon(): Promise<Common> {
    const today = dateInChina(this.at.clock().toISOString());
    const [waiting, afterwards, approved, warnings, owed] = await Promise.all([
      this.find({ state: { in: [...inReview] } }, { updatedAt: 'asc' }),
      this.find({ reviewDueAt: { gt: '' } }, { reviewDueAt: 'asc' }),
      this.find({ state: { in: ['approved', 'scheduled'] } }, { updatedAt: 'asc' }),
      this.find({ state: 'released', type: 'warning' }, { updatedAt: 'desc' }),
      obligationsBetween(this.at.obligations, longAgo(today), dayAfter(today, soonDays)),
    ]);
    return { waiting, afterwards, approved, warnings, owed };
  }

  private async findColumns(who: Person): Promise<readonly ColumnSeen[]> {
    const columns = (await this.at.columns.list(who)).filter(({ abolished }) => !abolished);
    // what is being corrected still stands in its column, whatever its newest edition says
    const work = await this.find({ state: { in: [...unreleased] } }, { updatedAt: 'desc' });
    const corrected = work.filter(({ inForce }) => inForce !== null);
    return Promise.all(
      columns.map(async ({ code, title, freshness }) => {
        const [standing, ended] = await Promise.all([
          this.find({ column: code, state: 'released' }, { updatedAt: 'desc' }, few),
          this.find(
            { column: code, state: { in: [...endedStates, 'archived'] } },
            { updatedAt: 'desc' },
            few,
          ),
        ]);
        return { title, freshness, lastOn: lastReleaseIn(code, [...standing, ...ended, ...corrected]) };
      }),
    );
  }

  private async find(where: Where, order: Order, limit = most): Promise<Docs> {
    return (await this.at.docs.find(where, { order, limit })).items;
  }
}

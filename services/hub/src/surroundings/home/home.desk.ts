import { dateInChina } from '@towncrier/content';
import { UnknownTimeLimit } from '@towncrier/calendar';
import type { Collection } from '@towncrier/storage';
import { may } from '../../access/permissions.ts';
import type { Person } from '../../access/person.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { publicationOf, type PublicationDoc } from '../../publications/publication.document.ts';
import { unreleased } from '../../publications/rules/states.ts';
import { publicationSteps, reviewSteps } from '../../publications/steps/publication.steps.ts';
import type { ColumnsService } from '../columns/columns.service.ts';
import type { Obligation } from '../obligations/obligations.ts';
import type { ObligationsService } from '../obligations/obligations.service.ts';
import { reportPermissions } from '../reports/reports.service.ts';
import { homeOf } from './home.rules.ts';
import type { Home } from './home.view.ts';
import { lightsOf, type ColumnSeen } from './light.rules.ts';

/** Publications of a kind that are looked through, the last changed first. */
const most = 200;
/** Of a column, to find the last that came into it. */
const few = 20;

export interface HomeParts {
  readonly docs: Collection<PublicationDoc>;
  readonly obligations: Pick<ObligationsService, 'of'>;
  readonly columns: Pick<ColumnsService, 'list'>;
  readonly nameOf: (organisation: string) => Promise<string | null>;
  readonly clock: Clock;
}

/** Gathers what waits for somebody. Nothing is kept: it is computed from what there is each time. */
export class HomeDesk {
  constructor(private readonly at: HomeParts) {}

  async of(who: Person): Promise<Home> {
    const at = this.at.clock().toISOString();
    const sees = may(who, reportPermissions, 'read', 'Report');
    const [work, afterwards, warnings, own, all] = await Promise.all([
      this.find({ state: { in: [...unreleased] } }),
      this.find({ reviewDueAt: { gt: '' } }),
      this.find({ state: 'released', type: 'warning' }),
      this.at.nameOf(who.organisation),
      this.owed(at),
    ]);
    const can = (doc: PublicationDoc, ...acts: readonly string[]): boolean =>
      publicationSteps(who, publicationOf(doc), at).some(({ act, allowed }) => allowed && acts.includes(act));
    const candidates = new Map([...afterwards, ...work.toReversed()].map((doc) => [doc._id, doc]));
    return homeOf({
      who,
      at,
      own: work.filter((doc) => (doc.editions.at(-1) ?? doc.editions[0]).authors.includes(who.name)),
      reviews: [...candidates.values()].filter((doc) =>
        reviewSteps(who, publicationOf(doc), at).some(({ allowed }) => allowed),
      ),
      toRelease: work.filter((doc) => doc.state === 'approved' && can(doc, 'publish')),
      warnings: warnings.filter((doc) => can(doc, 'lift', 'withdraw')),
      obligations: all.filter(({ lead }) => lead !== null && lead === own),
      lights: sees ? lightsOf(await this.columns(who), all, dateInChina(at)) : [],
    });
  }

  private async find(where: Parameters<HomeParts['docs']['find']>[0]): Promise<readonly PublicationDoc[]> {
    return (await this.at.docs.find(where, { order: { updatedAt: 'desc' }, limit: most })).items;
  }

  /** A rule that nobody can read is told where the deadlines stand; it keeps nobody from their work. */
  private async owed(at: string): Promise<readonly Obligation[]> {
    try {
      return await this.at.obligations.of(Number(dateInChina(at).slice(0, 4)));
    } catch (error) {
      if (error instanceof UnknownTimeLimit) return [];
      throw error;
    }
  }

  private async columns(who: Person): Promise<readonly ColumnSeen[]> {
    const columns = (await this.at.columns.list(who)).filter(({ abolished }) => !abolished);
    return Promise.all(
      columns.map(async ({ code, title, freshness }) => {
        const { items } = await this.at.docs.find(
          { column: code },
          { order: { updatedAt: 'desc' }, limit: few },
        );
        const days = items
          .flatMap(({ editions }) => editions)
          .flatMap(({ releasedAt, matter }) =>
            releasedAt === null || matter.column !== code ? [] : [dateInChina(releasedAt)],
          );
        return { title, freshness, lastOn: days.toSorted().at(-1) ?? null };
      }),
    );
  }
}

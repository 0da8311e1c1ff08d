import { dateInChina } from '@towncrier/content';
import { may } from '../../access/permissions.ts';
import type { Person } from '../../access/person.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { publicationOf, type PublicationDoc } from '../../publications/publication.document.ts';
import { publicationSteps, reviewSteps } from '../../publications/steps/publication.steps.ts';
import { reportPermissions } from '../reports/reports.service.ts';
import type { HomeFinds } from './home.finds.ts';
import { homeOf } from './home.rules.ts';
import type { Home } from './home.view.ts';
import { lightsOf } from './light.rules.ts';

export interface HomeParts {
  readonly finds: HomeFinds;
  readonly nameOf: (organisation: string) => Promise<string | null>;
  readonly clock: Clock;
}

/** Gathers what waits for somebody: of what there is, what is theirs. */
export class HomeDesk {
  constructor(private readonly at: HomeParts) {}

  async of(who: Person): Promise<Home> {
    const at = this.at.clock().toISOString();
    const sees = may(who, reportPermissions, 'read', 'Report');
    const [common, drafts, columns, body] = await Promise.all([
      this.at.finds.common(),
      this.at.finds.draftsFor(who),
      sees ? this.at.finds.columns(who) : null,
      this.at.nameOf(who.organisation),
    ]);
    const { waiting, afterwards, approved, warnings, owed } = common;
    const can = (doc: PublicationDoc, ...acts: readonly string[]): boolean =>
      publicationSteps(who, publicationOf(doc), at).some(({ act, allowed }) => allowed && acts.includes(act));
    const candidates = new Map([...afterwards, ...waiting].map((doc) => [doc._id, doc]));
    return homeOf({
      who,
      at,
      own: [...drafts, ...waiting, ...approved]
        .filter((doc) => (doc.editions.at(-1) ?? doc.editions[0]).authors.includes(who.name))
        .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
      reviews: [...candidates.values()].filter((doc) =>
        reviewSteps(who, publicationOf(doc), at).some(({ allowed }) => allowed),
      ),
      toRelease: approved.filter((doc) => doc.state === 'approved' && can(doc, 'publish')),
      warnings: warnings.filter((doc) => can(doc, 'lift', 'withdraw')),
      obligations: owed.filter(({ lead }) => lead !== null && lead === body),
      lights: columns === null ? [] : lightsOf(columns, owed, dateInChina(at)),
    });
  }
}

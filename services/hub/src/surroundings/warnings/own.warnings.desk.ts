import { warningLevels } from '@towncrier/content';
import type { OrganisationsService } from '../../access/organisation/organisations.service.ts';
import { permit } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import type { Attempt } from '../../publications/idempotency.key.ts';
import type { PublicationsService } from '../../publications/publications.service.ts';
import type { PublicationView } from '../../publications/publication.view.ts';
import { ratedLevels } from '../../publications/warning.choice.ts';
import type { AreaTable } from '../areas/area.table.ts';
import { ownWarning, warnable, type OwnWarningRequest } from './own.warning.ts';
import { hazards, type WarningChoices } from './warning.hazards.ts';
import { warningPermissions } from './warnings.service.ts';

/** Makes a warning of what the duty officer chose, and asks for its urgent release. */
export class OwnWarningsDesk {
  constructor(
    private readonly publications: PublicationsService,
    private readonly table: AreaTable,
    private readonly organisations: Pick<OrganisationsService, 'nameOf'>,
    private readonly clock: Clock,
  ) {}

  choices(): WarningChoices {
    return {
      hazards: [...hazards],
      levels: ratedLevels.map((level) => {
        const { name, paper, ink } = warningLevels[level];
        return { level, name, paper, ink };
      }),
      areas: warnable(this.table.areas).map(({ code, name }) => ({ code, name })),
    };
  }

  /**
   * Tried again, it goes on where it stood: what was drafted is asked for.
   * @throws ProblemError 403 · 422
   */
  async request(who: Actor, of: OwnWarningRequest, attempt: Attempt | null): Promise<PublicationView> {
    permit(who, warningPermissions, 'write', 'Warning');
    const issuer = (await this.organisations.nameOf(who.organisation)) ?? who.organisation;
    const warning = ownWarning(of, { areas: this.table.areas, issuer, now: this.clock() });
    if (warning === null)
      throw new ProblemError(422, 'unknown-choice', '没有这种灾害或这个范围；请刷新页面后重新选择');
    const made = await this.publications.create(who, warning.draft, { attempt });
    if (made.state !== 'draft') return made;
    const reason = `值班员由预警表单申请：${warning.draft.title ?? of.hazard}`.slice(0, 500);
    return this.publications.requestUrgent(who, made.id, made.version, reason, warning.chosen);
  }
}

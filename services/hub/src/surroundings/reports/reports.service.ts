import type { ChinaCalendar } from '@towncrier/calendar';
import { everyOne, type Collection } from '@towncrier/storage';
import type { OrganisationsService } from '../../access/organisation/organisations.service.ts';
import type { Actor } from '../../access/person.ts';
import { permit, type Permission } from '../../access/permissions.ts';
import type { PublicationDoc } from '../../publications/publication.document.ts';
import type { AnchorKeeper } from '../../trail/anchor.keeper.ts';
import { editorialReportOf, monthBefore, type EditorialReport } from './editorial.report.ts';

export const reportPermissions: readonly Permission[] = [
  { roles: ['supervisor', 'auditor', 'disclosure-officer'], can: 'read', on: 'Report' },
];

export interface ReportParts {
  readonly anchors: Pick<AnchorKeeper, 'latest'>;
  readonly organisations: Pick<OrganisationsService, 'list'>;
  readonly calendar: ChinaCalendar;
}

/** Reports are made from the data each time; nothing is kept. */
export class ReportsService {
  constructor(
    private readonly publications: Collection<PublicationDoc>,
    private readonly at: ReportParts,
  ) {}

  /** @param month `yyyy-MM` @throws ProblemError 403 */
  async editorial(who: Actor, month: string): Promise<EditorialReport> {
    permit(who, reportPermissions, 'read', 'Report');
    const since = new Date(Date.parse(`${monthBefore(month)}-01T00:00:00+08:00`)).toISOString();
    const docs: PublicationDoc[] = [];
    const inOrder = { order: { updatedAt: 'asc' }, limit: 500 } as const;
    for await (const doc of everyOne(this.publications, { updatedAt: { gte: since } }, inOrder))
      docs.push(doc);
    const names = new Map((await this.at.organisations.list()).map(({ code, name }) => [code, name]));
    return editorialReportOf(month, docs, {
      dueOn: this.at.calendar.onOrAfter(`${month}-25`),
      anchor: await this.at.anchors.latest(),
      nameOf: (code) => names.get(code) ?? code,
    });
  }
}

import { everyOne, type Collection } from '@towncrier/storage';
import type { Actor } from '../../access/person.ts';
import { permit, type Permission } from '../../access/permissions.ts';
import type { PublicationDoc } from '../../publications/publication.document.ts';
import type { AnchorKeeper } from '../../trail/anchor.keeper.ts';
import { editorialReportOf, type EditorialReport } from './editorial.report.ts';

export const reportPermissions: readonly Permission[] = [
  { roles: ['supervisor', 'auditor', 'disclosure-officer'], can: 'read', on: 'Report' },
];

/** Reports are made from the data each time; nothing is kept. */
export class ReportsService {
  constructor(
    private readonly publications: Collection<PublicationDoc>,
    private readonly anchors: Pick<AnchorKeeper, 'latest'>,
  ) {}

  /** @param month `yyyy-MM` @throws ProblemError 403 */
  async editorial(who: Actor, month: string): Promise<EditorialReport> {
    permit(who, reportPermissions, 'read', 'Report');
    const since = new Date(Date.parse(`${month}-01T00:00:00+08:00`)).toISOString();
    const docs: PublicationDoc[] = [];
    const inOrder = { order: { updatedAt: 'asc' }, limit: 500 } as const;
    for await (const doc of everyOne(this.publications, { updatedAt: { gte: since } }, inOrder))
      docs.push(doc);
    return editorialReportOf(month, docs, await this.anchors.latest());
  }
}

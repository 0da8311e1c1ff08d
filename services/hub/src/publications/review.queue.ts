import type { Collection } from '@towncrier/storage';
import type { Person } from '../access/person.ts';
import { reviewerRoles, type Role } from '../access/role.ts';
import { publicationOf, type PublicationDoc } from './publication.document.ts';
import { kindOf, passed } from './publication.review.ts';
import { newest } from './publication.ts';
import { summaryOf, type PublicationSummary } from './publication.view.ts';
import { confirmers } from './publication.permissions.ts';

const reviewers: readonly Role[] = reviewerRoles;
const most = 200;

/**
 * What waits for somebody: editions for their stage, urgent releases to confirm, and those to review
 * afterwards. Oldest first.
 */
export class ReviewQueue {
  constructor(
    private readonly docs: Collection<PublicationDoc>,
    private readonly siteUrl: string,
  ) {}

  async of(who: Person): Promise<readonly PublicationSummary[]> {
    const [waiting, afterwards] = await Promise.all([
      this.docs.find(
        { state: { in: ['submitted', 'in-review', 'secrecy-review', 'referred', 'awaiting-confirmation'] } },
        { order: { updatedAt: 'asc' }, limit: most },
      ),
      this.docs.find({ reviewDueAt: { gt: '' } }, { order: { reviewDueAt: 'asc' }, limit: most }),
    ]);
    const mine = waiting.items.filter((doc) => waitsFor(doc, who));
    const owed = who.roles.some((r) => reviewers.includes(r))
      ? afterwards.items.filter((doc) =>
          doc.urgentReleases.some(
            (r) => r.review === null && r.requestedBy !== who.name && r.confirmedBy !== who.name,
          ),
        )
      : [];
    return [...new Map([...owed, ...mine].map((doc) => [doc._id, doc])).values()].map((doc) =>
      summaryOf(this.siteUrl, doc),
    );
  }
}

/** Never their own work, nor what they have passed already. */
function waitsFor(doc: PublicationDoc, who: Person): boolean {
  const current = newest(publicationOf(doc));
  if (current.authors.includes(who.name) || passed(current).some((r) => r.by === who.name)) return false;
  if (doc.state === 'awaiting-confirmation')
    return current.urgentRequest?.by !== who.name && who.roles.some((r) => confirmers.includes(r));
  const kind = kindOf(current);
  return kind !== null && who.roles.includes(kind.role);
}

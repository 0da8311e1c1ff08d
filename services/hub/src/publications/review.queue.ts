import type { Collection } from '@towncrier/storage';
import type { Person } from '../access/person.ts';
import type { Role } from '../access/role.ts';
import { publicationOf, type PublicationDoc } from './publication.document.ts';
import { stageOf, type ReviewStage } from './publication.review.ts';
import { newest } from './publication.ts';
import { summaryOf, type PublicationSummary } from './publication.view.ts';

const roleOf: Readonly<Record<ReviewStage, Role>> = {
  1: 'first-reviewer',
  2: 'second-reviewer',
  3: 'third-reviewer',
  secrecy: 'secrecy-reviewer',
};
const reviewers: readonly Role[] = Object.values(roleOf);
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
  if (
    current.authors.includes(who.name) ||
    current.reviews.some((r) => !r.void && r.by === who.name && r.verdict === 'passed')
  )
    return false;
  if (doc.state === 'awaiting-confirmation')
    return (
      current.urgentRequest?.by !== who.name &&
      who.roles.some((r) => r === 'duty-officer' || r === 'publisher' || reviewers.slice(0, 3).includes(r))
    );
  const stage = stageOf(current);
  return stage !== null && who.roles.includes(roleOf[stage]);
}

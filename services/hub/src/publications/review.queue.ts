import type { Collection } from '@towncrier/storage';
import type { Person } from '../access/person.ts';
import type { Clock } from '../ports/hub.parts.ts';
import { publicationOf, type PublicationDoc } from './publication.document.ts';
import { summaryOf, type WaitingPublication } from './publication.view.ts';
import { inReview } from './rules/states.ts';
import { reviewSteps } from './steps/publication.steps.ts';

/** Longest list (publications) that is looked through, of those in review and of those owed a review. */
const most = 200;

/**
 * What waits for somebody: editions for their review, urgent releases to confirm, and those to review
 * afterwards; each with what they may do about it. Oldest first. The store only narrows down: whether it waits
 * for this person is said by their steps.
 */
export class ReviewQueue {
  constructor(
    private readonly docs: Collection<PublicationDoc>,
    private readonly clock: Clock,
    private readonly siteUrl: string,
  ) {}

  async of(who: Person): Promise<readonly WaitingPublication[]> {
    const [waiting, afterwards] = await Promise.all([
      this.docs.find({ state: { in: [...inReview] } }, { order: { updatedAt: 'asc' }, limit: most }),
      this.docs.find({ reviewDueAt: { gt: '' } }, { order: { reviewDueAt: 'asc' }, limit: most }),
    ]);
    const at = this.clock().toISOString();
    const candidates = new Map([...afterwards.items, ...waiting.items].map((doc) => [doc._id, doc]));
    return [...candidates.values()].flatMap((doc) => {
      const steps = reviewSteps(who, publicationOf(doc), at);
      return steps.some((step) => step.allowed)
        ? [{ ...summaryOf(this.siteUrl, doc), steps: [...steps] }]
        : [];
    });
  }
}

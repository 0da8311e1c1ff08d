import type { Actor } from '../access/person.ts';
import { permit } from '../access/permissions.ts';
import { ProblemError } from '../http/problem.ts';
import { publicationPermissions } from './publication.permissions.ts';
import type { ClaimsAnswer, ClaimsRequest } from './publication.claims.ts';
import type { PublicationsService } from './publications.service.ts';

/** Takes on many reviews in one go: each by the same rules as alone, each with an answer of its own. */
export class ClaimsDesk {
  constructor(private readonly publications: Pick<PublicationsService, 'act'>) {}

  /** Nothing is taken over from anybody. @throws ProblemError 403 for whoever gives no reviews at all */
  async claim(who: Actor, { items }: ClaimsRequest): Promise<ClaimsAnswer> {
    permit(who, publicationPermissions, 'claimReviews', 'Publication');
    const answers: ClaimsAnswer['items'][number][] = [];
    for (const { id, version } of items) answers.push(await this.one(who, id, version));
    return { items: answers };
  }

  private async one(who: Actor, id: string, version: number): Promise<ClaimsAnswer['items'][number]> {
    try {
      await this.publications.act(who, id, version, { type: 'claimReview', takeOver: false });
      return { id, claimed: true };
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
      return { id, claimed: false, why: cause.details.detail };
    }
  }
}

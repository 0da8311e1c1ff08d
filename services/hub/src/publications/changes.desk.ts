import { sha256 } from '@towncrier/contracts';
import { z } from 'zod';
import type { MergeRegion } from '../http/merge-region.ts';
import { ContentsStore } from './contents.store.ts';
import { diffContents } from './diff/blocks.diff.ts';
import { diffOwnWords, ownWordsChange } from './diff/own.words.diff.ts';
import { compareThree } from './diff/blocks.merge.ts';
import { diffReach, reachChange } from './diff/reach.diff.ts';
import { piece } from './diff/words.diff.ts';
import { publicationOf, type PublicationDoc } from './publication.document.ts';
import { lastApprovedContent } from './publication.review.ts';
import { lastReleased, newest, type Publication } from './publication.ts';

/**
 * What is different from the content last approved; `from` is null when nobody has approved any yet. `reach`:
 * what is different in whom it reaches from the edition last released, null when none was.
 */
export const changes = z
  .object({
    from: sha256.nullable(),
    to: sha256,
    blocks: z
      .array(
        z.object({
          block: z.int(),
          kind: z.enum(['added', 'removed', 'changed']),
          words: z.array(piece).readonly(),
        }),
      )
      .readonly(),
    ownWords: z
      .array(ownWordsChange)
      .readonly()
      .meta({ description: 'What single channels say in words of their own' }),
    reach: z.object({
      since: z.int().positive().nullable().meta({ description: 'The edition it is compared with' }),
      terms: z.array(reachChange).readonly(),
    }),
  })
  .meta({ id: 'Changes' });
export type Changes = z.infer<typeof changes>;

/**
 * Compares contents: for reviewers with what was last approved, for editors with what somebody else saved
 * meanwhile.
 */
export class ChangesDesk {
  constructor(private readonly contents: ContentsStore) {}

  async sinceApproval(publication: Publication): Promise<Changes> {
    const [from, to] = [lastApprovedContent(publication.editions), newest(publication).contentHash];
    const reach = reachSince(publication);
    if (from === null || from === to) return { from, to, blocks: [], ownWords: [], reach };
    const [before, after] = [await this.contents.get(from), await this.contents.get(to)];
    const ownWords = diffOwnWords(before, after);
    return { from, to, blocks: diffContents(before, after), ownWords, reach };
  }

  /** Null when `base` is not a content this house ever kept. */
  async conflict(doc: PublicationDoc, base: string, mine: string): Promise<readonly MergeRegion[] | null> {
    const before = await this.contents.find(base);
    if (before === null) return null;
    const [theirs, ours] = [
      await this.contents.get(newest(publicationOf(doc)).contentHash),
      await this.contents.get(mine),
    ];
    return compareThree(before.body.content, ours.body.content, theirs.body.content);
  }
}

function reachSince(publication: Publication): Changes['reach'] {
  const before = lastReleased(publication);
  return before === null
    ? { since: null, terms: [] }
    : { since: before.edition, terms: diffReach(before, newest(publication)) };
}

import { sha256 } from '@towncrier/contracts';
import { z } from 'zod';
import type { MergeRegion } from '../http/merge-region.ts';
import { ContentsStore } from './contents.store.ts';
import type { Person } from '../access/person.ts';
import { ProblemError } from '../http/problem.ts';
import { diffContents, wholeText } from './diff/blocks.diff.ts';
import { diffOwnWords, ownWordsChange } from './diff/own.words.diff.ts';
import { compareThree } from './diff/blocks.merge.ts';
import { against, comparisonsOf, usual, type Against, type Comparison } from './diff/comparisons.ts';
import { diffReach, reachChange } from './diff/reach.diff.ts';
import type { SeenTexts } from './seen/seen.texts.ts';
import { piece } from './diff/words.diff.ts';
import { publicationOf, type PublicationDoc } from './publication.document.ts';
import { lastReleased, newest, type Publication } from './publication.ts';

/**
 * What is different from another text; `from` is null where it is held against nothing, and all blocks are
 * new. `reach`: what is different in whom it reaches from the edition last released, null when none was.
 */
export const changes = z
  .object({
    against,
    offers: z
      .array(z.object({ against, label: z.string(), at: z.string().nullable() }))
      .readonly()
      .meta({ description: 'All that it can be held against by whoever asks' }),
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
 * Compares contents: for reviewers with what they choose, for editors with what somebody else saved meanwhile.
 */
export class ChangesDesk {
  constructor(
    private readonly contents: ContentsStore,
    private readonly seen: SeenTexts,
  ) {}

  /** @param wanted what is usual for this person when absent @throws ProblemError 409 where there is no such text */
  async of(who: Person, publication: Publication, wanted?: Against): Promise<Changes> {
    const seen = await this.seen.of(publication.id, who.name);
    const offered = comparisonsOf(who, publication, seen);
    const chosen =
      wanted === undefined ? usual(who, publication, offered) : offered.find((o) => o.against === wanted);
    if (chosen === undefined)
      throw new ProblemError(409, 'nothing-to-compare', '没有可以这样比较的稿；请刷新后另选一种比较');
    const to = newest(publication).contentHash;
    return {
      against: chosen.against,
      offers: offered.map(({ against: to, label, at }) => ({ against: to, label, at })),
      from: chosen.contentHash,
      to,
      ...(await this.differences(chosen, to)),
      reach: reachSince(publication),
    };
  }

  private async differences(
    { contentHash: from }: Comparison,
    to: string,
  ): Promise<Pick<Changes, 'blocks' | 'ownWords'>> {
    if (from === to) return { blocks: [], ownWords: [] };
    const text = await this.contents.get(to);
    if (from === null)
      return { blocks: wholeText(text), ownWords: diffOwnWords({ ...text, ownWords: [] }, text) };
    const before = await this.contents.get(from);
    return { blocks: diffContents(before, text), ownWords: diffOwnWords(before, text) };
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

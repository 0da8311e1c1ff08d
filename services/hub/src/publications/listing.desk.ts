import { ChinaCalendar, publicationDueOn, UnknownTimeLimit, type WrittenRule } from '@towncrier/calendar';
import type { EditionContent } from '@towncrier/contracts';
import { wordsOf } from './words/text.words.ts';
import type { Terms } from './publication.terms.ts';

/**
 * What lists know of the newest edition beside its terms: its words (and the hashes of its files) for
 * searching, and the last day to publish it.
 */
export interface Listing {
  readonly words: string;
  readonly dueOn: string | null;
}

/** Time limits of the catalogue's items in force; null for an item that is not. */
export interface TimeLimits {
  effectiveItem(
    id: string,
  ): Promise<{ readonly timeLimit: { readonly rules: readonly WrittenRule[] } } | null>;
}

export class ListingDesk {
  constructor(
    private readonly limits: TimeLimits,
    private readonly calendar: ChinaCalendar,
  ) {}

  async of({ title, matter }: Terms, content: EditionContent): Promise<Listing> {
    return {
      words: wordsOf(title, content).join(' '),
      dueOn: await this.dueOn(matter.item, content.header.writtenOn),
    };
  }

  /**
   * By the catalogue's time limit, from the day the text was written. Unknown without that day, or by a rule
   * that the catalogue's findings call unknown: no reason to keep the text from being saved.
   */
  private async dueOn(item: string | null, writtenOn: string | undefined): Promise<string | null> {
    const found = item === null || writtenOn === undefined ? null : await this.limits.effectiveItem(item);
    if (found === null || writtenOn === undefined) return null;
    try {
      return publicationDueOn(found.timeLimit.rules, writtenOn, this.calendar);
    } catch (error) {
      if (error instanceof UnknownTimeLimit) return null;
      throw error;
    }
  }
}

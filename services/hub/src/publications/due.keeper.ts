import type { Collection } from '@towncrier/storage';
import type { ContentsStore } from './contents.store.ts';
import type { ListingDesk } from './listing.desk.ts';
import { publicationOf, type PublicationDoc } from './publication.document.ts';
import { newest } from './publication.ts';

const atATime = 50;

/** Works out again until when something has to be published, once a year is known that it reaches into. */
export class DueKeeper {
  constructor(
    private readonly docs: Collection<PublicationDoc>,
    private readonly contents: Pick<ContentsStore, 'find'>,
    private readonly listings: Pick<ListingDesk, 'of'>,
  ) {}

  async reckon(from: string): Promise<void> {
    let after: string | undefined;
    do {
      const where = { dueOn: { gte: from } };
      const page = await this.docs.find(where, {
        order: { dueOn: 'asc' },
        limit: atATime,
        ...(after === undefined ? {} : { after }),
      });
      for (const doc of page.items) await this.again(doc);
      after = page.cursor;
    } while (after !== undefined);
  }

  private async again(doc: PublicationDoc): Promise<void> {
    await this.docs.change(
      doc._id,
      async (stored) => {
        if (stored === null || stored.dueOn === null) return null;
        const terms = newest(publicationOf(stored));
        const content = await this.contents.find(terms.contentHash);
        const dueOn = content === null ? stored.dueOn : (await this.listings.of(terms, content)).dueOn;
        const { version: _version, ...rest } = stored;
        return dueOn === stored.dueOn ? null : { ...rest, dueOn };
      },
      doc,
    );
  }
}

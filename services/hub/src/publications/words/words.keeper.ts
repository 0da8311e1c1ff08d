import type { Collection } from '@towncrier/storage';
import type { HubLog } from '../../ports/hub.parts.ts';
import type { ContentsStore } from '../contents.store.ts';
import { publicationOf, type PublicationDoc } from '../publication.document.ts';
import { newest } from '../publication.ts';
import { wordsForm } from './search.words.ts';
import { wordsOf, withFormerFiles } from './text.words.ts';

const atATime = 50;

/**
 * Cuts again what an earlier release cut another way. It runs beside everything else after a start; until it
 * comes to a publication, that one is found by its former words.
 */
export class WordsKeeper {
  private work: Promise<void> | null = null;
  private stopping = false;

  constructor(
    private readonly docs: Collection<PublicationDoc>,
    private readonly contents: Pick<ContentsStore, 'find'>,
    private readonly log: HubLog,
  ) {}

  start(): void {
    this.work = this.all().catch((error: unknown) => {
      this.log.error({ error: String(error) }, 'cutting words again failed; the next start goes on');
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.work;
  }

  /** Every publication that is left of the former way of cutting. */
  async all(): Promise<void> {
    for (let left = true; left && !this.stopping;) {
      const { items } = await this.docs.find({ wordsForm: null }, { limit: atATime });
      left = items.length > 0;
      for (const doc of items) if (!this.stopping) await this.again(doc);
    }
  }

  private async again(doc: PublicationDoc): Promise<void> {
    await this.docs.change(
      doc._id,
      async (stored) => {
        if (stored === null || stored.wordsForm === wordsForm) return null;
        const { title, contentHash } = newest(publicationOf(stored));
        const content = await this.contents.find(contentHash);
        const words =
          content === null ? stored.words : withFormerFiles(wordsOf(title, content), stored.words);
        const { version: _version, ...rest } = stored;
        return { ...rest, words, wordsForm };
      },
      doc,
    );
  }
}

import type { EditionContent } from '@towncrier/contracts';
import type { Collection } from '@towncrier/storage';
import type { ContentDoc } from './publication.document.ts';

/** Words by their hash. */
export class ContentsStore {
  constructor(private readonly docs: Collection<ContentDoc>) {}

  /** Before the publication that names it, so that no hash is ever without its words. */
  async keep(contentHash: string, content: EditionContent): Promise<void> {
    await this.docs.insert({ _id: contentHash, content });
  }

  async find(contentHash: string): Promise<EditionContent | null> {
    return (await this.docs.get(contentHash))?.content ?? null;
  }

  async get(contentHash: string): Promise<EditionContent> {
    const found = await this.find(contentHash);
    if (found === null) throw new Error(`the store has lost the content ${contentHash}`);
    return found;
  }
}

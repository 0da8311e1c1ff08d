import type { Collection } from '@towncrier/storage';
import type { Clock } from '../../ports/hub.parts.ts';
import { rememberedMs, type SeenDoc, type SeenText } from './seen.text.ts';

/** Remembers for each person which text of a publication they looked at; no line in any history. */
export class SeenTexts {
  constructor(
    private readonly docs: Collection<SeenDoc>,
    private readonly clock: Clock,
  ) {}

  async keep(publication: string, by: string, contentHash: string): Promise<void> {
    await this.sweep();
    const at = this.clock().toISOString();
    const _id = idOf(publication, by);
    const last = { contentHash, at };
    await this.docs.change(_id, (was) =>
      was === null || was.last.contentHash === contentHash
        ? { _id, last, before: was?.before ?? null, at }
        : { _id, last, before: was.last, at },
    );
  }

  /** Newest first; nothing that is too old to be remembered. */
  async of(publication: string, by: string): Promise<readonly SeenText[]> {
    const found = await this.docs.get(idOf(publication, by));
    if (found === null || found.at <= this.oldest()) return [];
    return found.before === null ? [found.last] : [found.last, found.before];
  }

  private async sweep(): Promise<void> {
    const over = await this.docs.find({ at: { lte: this.oldest() } }, { limit: 20 });
    for (const { _id } of over.items) await this.docs.delete(_id);
  }

  private oldest(): string {
    return new Date(this.clock().getTime() - rememberedMs).toISOString();
  }
}

/** Ids of publications have no stroke in them. */
const idOf = (publication: string, by: string): string => `${publication}/${by}`;

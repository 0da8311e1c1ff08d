import type { Collection } from '@towncrier/storage';
import type { Clock } from '../../ports/hub.parts.ts';
import { keptMs, type WorkingCopy, type WorkingCopyDoc, type WorkingCopyRequest } from './working.copy.ts';

/** What somebody writes and has not saved, kept for them alone; no edition, and no line in any history. */
export class WorkingCopies {
  constructor(
    private readonly docs: Collection<WorkingCopyDoc>,
    private readonly clock: Clock,
  ) {}

  /** Takes the place of the copy before. @returns when it was kept */
  async keep(publication: string, by: string, copy: Omit<WorkingCopyRequest, 'tab'>): Promise<string> {
    await this.sweep();
    const savedAt = this.clock().toISOString();
    const { purpose, from, form } = copy;
    const _id = idOf(publication, by);
    await this.docs.change(_id, () => ({ _id, purpose, from, form, savedAt }));
    return savedAt;
  }

  /** Null when there is none, or none that is young enough. */
  async of(publication: string, by: string): Promise<WorkingCopy | null> {
    const found = await this.docs.get(idOf(publication, by));
    if (found === null || found.savedAt <= this.oldest()) return null;
    const { purpose, from, form, savedAt } = found;
    return { purpose, from, form, savedAt };
  }

  /** It was saved, or nobody wants it any more. */
  async drop(publication: string, by: string): Promise<void> {
    await this.docs.delete(idOf(publication, by));
  }

  private async sweep(): Promise<void> {
    const over = await this.docs.find({ savedAt: { lte: this.oldest() } }, { limit: 20 });
    for (const { _id } of over.items) await this.docs.delete(_id);
  }

  private oldest(): string {
    return new Date(this.clock().getTime() - keptMs).toISOString();
  }
}

/** Ids of publications have no stroke in them. */
const idOf = (publication: string, by: string): string => `${publication}/${by}`;

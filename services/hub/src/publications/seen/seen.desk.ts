import type { Person } from '../../access/person.ts';
import { ProblemError } from '../../http/problem.ts';
import { publicationOf } from '../publication.document.ts';
import { newest } from '../publication.ts';
import type { PublicationsStore } from '../publications.store.ts';
import { readingObjection } from '../reading.rights.ts';
import type { SeenTexts } from './seen.texts.ts';

/** Hears which text somebody has before their eyes, of those who may read it. */
export class SeenDesk {
  constructor(
    private readonly store: PublicationsStore,
    private readonly texts: SeenTexts,
  ) {}

  /** @throws ProblemError 403 · 404 · 409 `content-changed` where it is no longer the newest text */
  async saw(who: Person, id: string, contentHash: string): Promise<void> {
    const publication = publicationOf(await this.store.get(id));
    const objection = readingObjection(who, publication);
    if (objection !== null) throw new ProblemError(403, objection.code, objection.words);
    if (newest(publication).contentHash !== contentHash)
      throw new ProblemError(409, 'content-changed', '稿件内容已有变动；请刷新后再看');
    await this.texts.keep(id, who.name, contentHash);
  }
}

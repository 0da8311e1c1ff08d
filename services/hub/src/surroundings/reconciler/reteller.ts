import { operationRules, shows } from '@towncrier/contracts';
import type { OutboxEntry } from '@towncrier/messaging';
import type { Collection } from '@towncrier/storage';
import { ContentsStore } from '../../publications/contents.store.ts';
import type { Answers } from '../../publications/publication.answers.ts';
import type { PictureShelf } from '../../publications/pictures/picture.shelf.ts';
import { publicationOf, type PublicationDoc } from '../../publications/publication.document.ts';
import { editionReleased, publicationEnded } from '../../publications/releases/release.events.ts';
import type { ReleaseRecord } from './release.record.ts';

/** `waiting`: the first telling is still in the outbox · `gone`: the publication no longer knows of it. */
export type Retold = OutboxEntry | 'waiting' | 'gone';

/** Nothing can stand before the first edition. */
const goesFirst = (record: ReleaseRecord): boolean => shows(record) && record.edition === 1;

/**
 * Says again, word for word and under a new id, what was let out. Channels that have it recognise it by
 * publication, edition and operation.
 */
export class Reteller {
  constructor(
    private readonly publications: Collection<PublicationDoc>,
    private readonly contents: ContentsStore,
    private readonly siteUrl: string,
    private readonly answers: Pick<Answers, 'standingOf' | 'columnOf'>,
    private readonly pictures: Pick<PictureShelf, 'tell'>,
  ) {}

  async retell(record: ReleaseRecord): Promise<Retold> {
    const doc = await this.publications.get(record.publication);
    if (doc === null) return 'gone';
    const first = `${record.publication}:${record.edition}:${operationRules[record.operation].event}`;
    if (doc.outbox.some((entry) => entry.envelope.id === first)) return 'waiting';
    const publication = publicationOf(doc);
    const telling = {
      siteUrl: this.siteUrl,
      // what stands may be known better by now
      standing: goesFirst(record) ? null : await this.answers.standingOf(record.publication),
      traceparent: undefined,
      again: record.tellings + 1,
    };
    if (!shows(record)) {
      return publication.ending === null
        ? 'gone'
        : publicationEnded(publication, record.edition, publication.ending, telling);
    }
    const edition = publication.editions.find((e) => e.edition === record.edition && e.releasedAt !== null);
    if (edition === undefined) return 'gone';
    const content = await this.contents.get(edition.contentHash);
    await this.pictures.tell(content);
    const column = await this.answers.columnOf(edition.matter.column);
    return editionReleased(publication, edition, content, { ...telling, column });
  }
}

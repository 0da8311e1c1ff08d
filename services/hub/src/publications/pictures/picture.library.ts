import { picturesIn } from '@towncrier/content';
import type { Block, Media } from '@towncrier/contracts';
import { permit } from '../../access/permissions.ts';
import type { Person } from '../../access/person.ts';
import type { ContentsStore } from '../contents.store.ts';
import { publicationOf, type PublicationDoc } from '../publication.document.ts';
import { publicationPermissions } from '../publication.permissions.ts';
import type { PublicationsStore } from '../publications.store.ts';
import { mayRead } from '../reading.rights.ts';
import { releasedFace } from '../released.face.ts';
import type { LibraryPicture } from './picture.documents.ts';

/** How many publications (the last changed first) are looked through. */
const looked = 300;
/** Most pictures that are shown. */
const most = 200;

type Found = { -readonly [K in keyof LibraryPicture]: LibraryPicture[K] };

/**
 * The pictures that a body has used, with what is said of them: read from its publications, so that nothing is
 * shown that whoever asks may not read, and no second truth is kept about what is used where.
 */
export class PictureLibrary {
  constructor(
    private readonly publications: Pick<PublicationsStore, 'list'>,
    private readonly contents: Pick<ContentsStore, 'get'>,
  ) {}

  /** For who may write for that body; the last used first. @throws ProblemError 403 */
  async of(who: Person, organisation: string): Promise<readonly LibraryPicture[]> {
    permit(who, publicationPermissions, 'createPublication', 'Publication', { organisation });
    const found = new Map<string, Found>();
    let after: string | undefined;
    let seen = 0;
    do {
      const page = await this.publications.list({ organisation, limit: 100, after });
      for (const doc of page.items) await this.look(who, doc, found);
      seen += page.items.length;
      after = page.cursor;
    } while (after !== undefined && seen < looked);
    return [...found.values()].slice(0, most);
  }

  /** Newest edition first: what is said of a picture there counts. */
  private async look(who: Person, doc: PublicationDoc, found: Map<string, Found>): Promise<void> {
    const face = mayRead(who, publicationOf(doc)) ? doc : releasedFace(doc);
    const counted = new Set<string>();
    for (const { contentHash, title } of [...(face?.editions ?? [])].reverse()) {
      const { body, media } = await this.contents.get(contentHash);
      for (const { attrs } of picturesIn(body.content)) {
        const kept = media.find(({ id }) => id === attrs.media);
        if (kept === undefined || kept.data !== undefined) continue;
        const before = found.get(kept.id);
        if (before === undefined) found.set(kept.id, entryOf(kept, attrs, { id: doc._id, title }));
        else {
          before.alt ||= attrs.alt;
          before.caption ??= attrs.caption ?? null;
          before.source ??= attrs.source ?? null;
          if (!counted.has(kept.id)) before.uses += 1;
        }
        counted.add(kept.id);
      }
    }
  }
}

const entryOf = (
  { id, mediaType, bytes }: Media,
  { alt, caption, source }: Extract<Block, { type: 'image' }>['attrs'],
  lastUsed: LibraryPicture['lastUsed'],
): Found => ({
  media: { id, mediaType, bytes },
  alt,
  caption: caption ?? null,
  source: source ?? null,
  uses: 1,
  lastUsed,
});

import type { Edition, EditionColumn, EditionContent } from '@towncrier/contracts';
import type { EditionRecord } from '../publication.ts';

/** The canonical page of a publication, known before it is published. */
export const pageOf = (siteUrl: string, publication: string): string =>
  `${siteUrl.replace(/\/+$/, '')}/n/${publication}.html`;

/**
 * What channels render: the same for the check at submission and for the release, so that the hashes agree.
 */
export function editionOf(
  siteUrl: string,
  publication: string,
  record: Pick<EditionRecord, 'edition' | 'contentHash' | 'corrects' | 'lane'>,
  content: EditionContent,
  column: EditionColumn | null = null,
): Edition {
  return {
    publication,
    edition: record.edition,
    contentHash: record.contentHash,
    content,
    links: { page: pageOf(siteUrl, publication) },
    ...(column === null ? {} : { column }),
    ...(record.lane === 'urgent' ? { urgent: true } : {}),
    ...(record.corrects === undefined ? {} : { corrects: record.corrects }),
  };
}

import type { Rendition } from '@towncrier/channel-kit';
import { articleForm, hashText, phoneOf, type ArticleForm } from '@towncrier/content';
import type { EditionColumn, IllustratedEdition, Media } from '@towncrier/contracts';
import { renderWebsite, websiteProfile, type WebsiteArticle } from './render/website.article.ts';

/** A picture under the name of its bytes: the same file for every article, never changed. */
export interface Picture {
  readonly id: string;
  readonly path: string;
  readonly dataUrl: string;
  readonly data: string;
  readonly bytes: number;
}

/**
 * `hash` covers `article.html`, the bytes between the marks. Pictures are named in it by the hash of their
 * own bytes.
 */
export interface WebsiteRendition extends Rendition {
  readonly publication: string;
  readonly edition: number;
  readonly issuer: string;
  /** Its own column; absent where the hub named none. */
  readonly column: EditionColumn | undefined;
  /** Where readers may call, as the notice says it. */
  readonly phone: string | null;
  readonly article: WebsiteArticle;
  readonly pictures: readonly Picture[];
}

const endings: Readonly<Record<Media['mediaType'], string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

/** Seen from an article's page. */
const fromArticle = (picture: Pick<Picture, 'path'>): string => `../${picture.path}`;

export function renderSite(
  { publication, edition, content, ...rest }: IllustratedEdition,
  form: ArticleForm = articleForm,
): WebsiteRendition {
  const carried = new Map(
    content.media.map((m): [string, Picture] => [
      m.id,
      {
        id: m.id,
        path: `media/${m.id}.${endings[m.mediaType]}`,
        dataUrl: `data:${m.mediaType};base64,${m.data}`,
        data: m.data,
        bytes: m.bytes,
      },
    ]),
  );
  const used = new Set<Picture>();
  const mediaUrl = (id: string): string | null => {
    const picture = carried.get(id);
    if (picture === undefined) return null;
    used.add(picture);
    return fromArticle(picture);
  };
  const whole = { publication, edition, content, ...rest };
  const article = renderWebsite(whole, { ...websiteProfile, mediaUrl }, form);
  return {
    publication,
    edition,
    issuer: content.header.issuer,
    column: rest.column,
    phone: phoneOf(content),
    article,
    pictures: [...used],
    hash: hashText(article.html),
  };
}

/** The article with its pictures inside, for places where the files are not there yet. */
export function selfContained(rendition: WebsiteRendition): WebsiteArticle {
  const html = rendition.pictures.reduce(
    (page, picture) => page.replaceAll(fromArticle(picture), picture.dataUrl),
    rendition.article.html,
  );
  return { ...rendition.article, html };
}

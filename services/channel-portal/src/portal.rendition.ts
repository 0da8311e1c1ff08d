import type { Rendition } from '@towncrier/channel-kit';
import { renderArticle } from '@towncrier/content';
import type { IllustratedEdition } from '@towncrier/contracts';
import { cardFace, renditionHash } from './card.markup.ts';
import type { Face } from './cards.ts';
import { portalProfile, renderPortal } from './render/portal.card.ts';
import type { PortalForm } from './render/portal.form.ts';

/** The card and the whole text behind it. */
export interface PortalRendition extends Rendition {
  readonly publication: string;
  readonly edition: number;
  readonly face: Face;
  readonly article: string;
}

export function renderLogin(edition: IllustratedEdition, form: PortalForm): PortalRendition {
  const { publication, edition: number } = edition;
  const face = renderPortal(edition, portalProfile, form);
  const article = renderArticle(edition).html;
  return { publication, edition: number, face, article, hash: renditionHash(cardFace(face), article) };
}

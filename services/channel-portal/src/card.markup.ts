import { escapeHtml, hashText } from '@towncrier/content';
import { markup } from '@towncrier/pages';
import type { Card, Face } from './cards.ts';

/** Where a card's own markup begins and ends in any page that lists it. */
const begin = (publication: string): string => `<!--card:${publication}-->`;
const end = '<!--/card-->';
const [articleBegin, articleEnd] = ['<!--article-->', '<!--/article-->'];

/** The card's share of the rendition, byte for byte. */
export function cardFace(f: Face): string {
  const foot = [
    f.issuer,
    f.publishedOn ?? '',
    f.deadline === null ? '' : `${f.deadline.label}：${f.deadline.value}`,
  ]
    .filter((words) => words !== '')
    .map(escapeHtml)
    .join('　');
  return markup`
    <h2><b class="${f.level === undefined ? 't' : `t ${f.level}`}">${f.badge}</b>${escapeHtml(f.title)}</h2>
    <p>${escapeHtml(f.summary)}</p>
    <small>${foot}</small>
  `;
}

export const markedCard = ({ _id, face }: Pick<Card, '_id' | 'face'>): string =>
  `${begin(_id)}${cardFace(face)}${end}`;
export const markedArticle = (article: string): string => `${articleBegin}${article}${articleEnd}`;

/** The rendition is the card and the whole text behind it. */
export const renditionHash = (cardHtml: string, article: string): string =>
  hashText(`${cardHtml}\n${article}`);

/** @returns the card as it stands in a page, or null when the page does not list it */
export const cardIn = (page: string, publication: string): string | null =>
  between(page, begin(publication), end);
/** @returns the text as it stands in a notice's page */
export const articleIn = (page: string): string | null => between(page, articleBegin, articleEnd);

function between(page: string, from: string, to: string): string | null {
  const start = page.indexOf(from);
  const stop = start < 0 ? -1 : page.indexOf(to, start);
  return stop < 0 ? null : page.slice(start + from.length, stop);
}

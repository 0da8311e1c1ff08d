import { lossTag, type Loss } from '@towncrier/content/losses';

/** The HTML of a source without its losses and without the bytes of its pictures. */
export const shownHtml = (source: string): string =>
  source
    .replace(new RegExp(`<${lossTag}[^>]*>[^<]*</${lossTag}>`, 'g'), '')
    .replace(/base64,[A-Za-z0-9+/=]+/g, 'base64,…');

/** The words of HTML. */
export const wordsOfHtml = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

/** A loss as the specimens write it. */
export const lossLine = ({ kind, where, excerpt = '', count }: Loss): string =>
  `${kind} ${where} ${excerpt}${count === 1 ? '' : ` ×${count}`}`;

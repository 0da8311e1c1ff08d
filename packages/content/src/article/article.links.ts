import { escapeHtml, tag } from './markup.ts';

/** An address of a page, one of a mailbox, a number with its area code or of a mobile telephone. */
const linkable =
  /(https?:\/\/[\w.-]+(?:\/[\w./?%&=#~:+@!$-]*)?(?<![.,:!?]))|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?<![\d-])((?:0\d{2,3}-\d{7,8}|400-\d{3}-\d{4}|1[3-9]\d{9}))(?![\d-])/gu;

/** Plain words as HTML, in which what can be opened, written to or called is a link. No character changes. */
export function withLinks(words: string): string {
  let html = '';
  let from = 0;
  for (const found of words.matchAll(linkable)) {
    const [text, page, mail] = found;
    html += escapeHtml(words.slice(from, found.index));
    html += tag('a', { href: addressOf(text, page, mail), rel: 'noopener' }, escapeHtml(text));
    from = found.index + text.length;
  }
  return html + escapeHtml(words.slice(from));
}

function addressOf(text: string, page: string | undefined, mail: string | undefined): string {
  if (page !== undefined) return page;
  return mail === undefined ? `tel:${text.replaceAll('-', '')}` : `mailto:${mail}`;
}

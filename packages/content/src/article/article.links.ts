import { escapeHtml, tag } from './markup.ts';

const page = String.raw`(?<page>(?:https?:\/\/|(?<![\w./@-])www\.)[\w.-]+(?::\d+)?(?:\/[\w./?%&=#~:+@!$-]*)?(?<![.,:!?]))`;
const mail = String.raw`(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)`;
/** With its area code, 400 or 800, or of a mobile telephone. */
const whole = String.raw`(?<![\d.-])(?:0\d{2,3}[-—－]\d{7,8}|[48]00-\d{3}-\d{4}|1[3-9]\d{9})(?![\d-])`;
/** 12345, 96116, 119: only where the words before say that it is to be called. */
const service = String.raw`(?<=(?:拨打|致电|热线|电话)[:：为是]?\s*)(?:12\d{3}|11[09]|12[02]|96\d{3,4})(?![\d.:-])`;
const linkable = new RegExp(`${page}|${mail}|(?<phone>${whole}|${service})`, 'gu');

/** Plain words as HTML, in which what can be opened, written to or called is a link. No character changes. */
export function withLinks(words: string): string {
  let html = '';
  let from = 0;
  for (const found of words.matchAll(linkable)) {
    const [text] = found;
    html += escapeHtml(words.slice(from, found.index));
    html += tag('a', { href: addressOf(text, found.groups ?? {}), rel: 'noopener' }, escapeHtml(text));
    from = found.index + text.length;
  }
  return html + escapeHtml(words.slice(from));
}

function addressOf(
  text: string,
  { page: url, mail: box }: Readonly<Record<string, string | undefined>>,
): string {
  if (url !== undefined) return url.startsWith('www.') ? `https://${url}` : url;
  return box === undefined ? `tel:${text.replace(/\D/gu, '')}` : `mailto:${box}`;
}

/** The platform makes links short, writes HTML entities, and puts white space at the ends, of no width as well. */
export const plainWords = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[\u200b-\u200d\u2060\ufeff\ufe0e\ufe0f]/g, '')
    .trim();

const link = /https?:\/\/[^\s\u2e80-\u9fff\uff00-\uffef]+/g;
const short = /^https?:\/\/t\.cn\//;

/**
 * Whether a post that is seen has the words that were sent. A short link of the platform may stand for any address:
 * where it leads to is not told.
 */
export function saysTheSame(seen: string, sent: string): boolean {
  const [there, ours] = [plainWords(seen), plainWords(sent)];
  if (there === ours) return true;
  const [theirLinks, ourLinks] = [there.match(link) ?? [], ours.match(link) ?? []];
  return (
    there.replace(link, ' ').split(/\s+/).join(' ') === ours.replace(link, ' ').split(/\s+/).join(' ') &&
    theirLinks.length === ourLinks.length &&
    theirLinks.every((one, n) => short.test(one) || one === ourLinks[n])
  );
}

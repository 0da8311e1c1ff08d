/** The rendition stands between these marks, byte for byte: read-back hashes what is between them. */
const [open, close] = ['<!--towncrier:begin-->', '<!--towncrier:end-->'];

export const articlePath = (publication: string): string => `n/${publication}.html`;

/**
 * An empty file beside the page of what is over: the web server answers 410 (Gone, RFC 9110 section 15.5.11) with
 * that page as long as it is there.
 */
export const endedMark = (publication: string): string => `${articlePath(publication)}.gone`;

export const marked = (fragment: string): string => `${open}${fragment}${close}`;

/** @returns what stands between the marks, or null when the page is none of ours */
export function fragmentOf(page: string): string | null {
  const [from, to] = [page.indexOf(open), page.lastIndexOf(close)];
  return from < 0 || to < from ? null : page.slice(from + open.length, to);
}

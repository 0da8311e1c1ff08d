import { loss, type Loss } from './loss.ts';
import { escapeHtml, tag } from '../../article/markup.ts';

/**
 * How a converter to HTML (Word, spreadsheets) hands its losses on: an element in the text it makes, which
 * `importHtml` takes out again. So they cannot be lost on the way through a browser or another program.
 */
export const lossTag = 'import-loss';

export const lossElement = ({ kind, where, count, excerpt = '' }: Loss): string =>
  tag(lossTag, { kind, where, count: String(count) }, escapeHtml(excerpt));

/** What such an element says; null when it says nothing that a loss can be. */
export function lossOf(attributes: ReadonlyMap<string, string>, words: string): Loss | null {
  const read = loss.safeParse({
    kind: attributes.get('kind'),
    where: attributes.get('where') ?? '',
    count: Number(attributes.get('count') ?? '1'),
    ...(words === '' ? {} : { excerpt: words }),
  });
  return read.success ? read.data : null;
}

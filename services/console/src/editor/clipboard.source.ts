import type { Body } from '../api/hub.types.ts';

export type Pasted = Pick<Body<'/api/v1/readings'>, 'format' | 'passage'> & { readonly source: string };

/**
 * What the hub is to read of a clipboard; null where the editor's own paste is right: it is from the editor
 * itself, or a few words of one line. Into an empty page goes a whole notice, elsewhere a passage.
 */
export function pastedSource(
  { html, text }: { readonly html: string; readonly text: string },
  isEmpty: boolean,
): Pasted | null {
  if (html.includes('data-pm-slice')) return null;
  const passage = !isEmpty;
  if (html.trim() !== '') return { format: 'html', source: html, passage };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length < 2 ? null : { format: 'text', source: text, passage };
}

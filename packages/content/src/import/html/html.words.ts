import { cleanText } from '../../clean-text.ts';
import { isElement, type HtmlNode } from './html.inline.ts';

const code = new Set(['style', 'script', 'template']);

/** All words below, without recursion, so however deep. Form controls and formulas speak too. */
export function wordsOf(nodes: readonly HtmlNode[]): string {
  const left: HtmlNode[] = [...nodes].toReversed();
  let words = '';
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if ('value' in node && node.nodeName === '#text') words += node.value;
    if (isElement(node) && !code.has(node.tagName)) left.push(...node.childNodes.toReversed());
  }
  return cleanText(words).replace(/\s+/gu, ' ').trim();
}

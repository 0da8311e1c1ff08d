import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** What a reader sees of a piece of HTML, one piece of text after the other. */
export const wordsOfHtml = (html: string): string => words(parseFragment(html).childNodes);

const words = (nodes: readonly DefaultTreeAdapterTypes.Node[]): string =>
  nodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? words(node.childNodes) : ''))
    .join('');

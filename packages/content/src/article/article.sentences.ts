import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What is read as one piece. A row of a table is one: a figure alone says nothing. */
const pieces = /^(?:h[1-6]|p|tr|figcaption|caption)$/;

/** The sentences of an article, in order, without the banner of a correction. Pictures are their descriptions. */
export function articleSentences(html: string): readonly string[] {
  return piecesIn(parseFragment(html)).flatMap(sentences);
}

function piecesIn(node: Node): readonly string[] {
  if (!('childNodes' in node)) return [];
  if (!isElement(node)) return node.childNodes.flatMap(piecesIn);
  const { tagName, childNodes } = node;
  if (tagName === 'aside') return [];
  if (tagName === 'tr') return [cellsOf(node).join(' | ')];
  if (tagName === 'div' && childNodes.some((child) => isElement(child) && child.tagName === 'dt'))
    return [childNodes.filter(isElement).map(wordsOf).join('：')];
  if (tagName === 'figure') return [wordsOf(node)];
  return pieces.test(tagName) ? [wordsOf(node)] : childNodes.flatMap(piecesIn);
}

const cellsOf = (row: Element): readonly string[] =>
  row.childNodes.filter(isElement).map((cell) => wordsOf(cell).trim());

function wordsOf(node: Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  if (isElement(node) && node.tagName === 'img')
    return `［图片：${node.attrs.find(({ name }) => name === 'alt')?.value ?? ''}］`;
  return node.childNodes.map(wordsOf).join('');
}

const sentences = (piece: string): readonly string[] =>
  (piece.match(/[^。；！？]+[。；！？]*[”’』」）]*/gu) ?? [])
    .map((words) => words.trim())
    .filter((words) => words !== '');

const isElement = (node: Node): node is Element => 'tagName' in node;

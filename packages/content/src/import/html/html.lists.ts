import { attribute, isElement, type HtmlElement } from './html.inline.ts';
import { isPlain, numberOf } from './html.numbering.ts';
import type { Above, Walk } from './html.walk.ts';
import { wordsOf } from './html.words.ts';

/**
 * A numbered list as the model has it, where it counts as the model counts: 1, 2, 3 from a start. Any other
 * numbering (a, b; Ⅳ; backwards; with gaps) and any numbered list in a cell is written out as words.
 */
export function listItems(node: HtmlElement, walk: Walk, numbering: string | null, below: Above): string {
  const style = attribute(node, 'type') ?? numbering;
  const counted = numbersOf(node);
  const ours = isPlain(style) && inOrder(node, counted) && !hasOwnStyles(node);
  if (ours && !walk.place.inCell) return walk.element('ol', node, walk.all(node.childNodes, below));
  walk.lose('list-number', wordsOf([node]));
  return writtenOut(node, walk, style, counted, below);
}

function writtenOut(
  node: HtmlElement,
  walk: Walk,
  style: string | null,
  counted: readonly number[],
  below: Above,
): string {
  let at = 0;
  const items = node.childNodes.map((child) => {
    if (!isElement(child) || child.tagName !== 'li') return walk.all([child], below);
    const number = numberOf(attribute(child, 'type') ?? style, counted[at] ?? at + 1);
    at += 1;
    walk.place.endBlock();
    const inner = walk.all(child.childNodes, below).trim();
    walk.place.endBlock();
    const [, opening = ''] = /^((?:<(?:p|div|section)\b[^>]*>\s*)*)/.exec(inner) ?? [];
    return `<div>${opening}${number}${inner.slice(opening.length)}</div>`;
  });
  return items.join('');
}

const hasOwnStyles = (list: HtmlElement): boolean =>
  list.childNodes.some((item) => isElement(item) && !isPlain(attribute(item, 'type') ?? null));

/** The number of each item, as browsers count: `start`, `reversed` and the `value` of an item. */
function numbersOf(list: HtmlElement): readonly number[] {
  const items = list.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'li');
  const backwards = attribute(list, 'reversed') !== undefined;
  let next = whole(attribute(list, 'start')) ?? (backwards ? items.length : 1);
  return items.map((item) => {
    const number = whole(attribute(item, 'value')) ?? next;
    next = number + (backwards ? -1 : 1);
    return number;
  });
}

const inOrder = (list: HtmlElement, numbers: readonly number[]): boolean => {
  const start = whole(attribute(list, 'start')) ?? 1;
  return start >= 1 && numbers.every((number, i) => number === start + i);
};

function whole(value: string | undefined): number | null {
  const number = value === undefined || value.trim() === '' ? Number.NaN : Number(value);
  return Number.isInteger(number) && Math.abs(number) < 1e6 ? number : null;
}

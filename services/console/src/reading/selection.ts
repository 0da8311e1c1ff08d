/** What is selected in one block of a text that is drawn. */
export interface Selected {
  readonly block: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The selection, as far as it lies in one block; null when it lies in none, or in several. */
export function selectedIn(root: HTMLElement): Selected | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const block = blockAround(range.startContainer);
  if (block === null || block !== blockAround(range.endContainer) || !root.contains(block)) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(range.startContainer, range.startOffset);
  const from = lengthOf(before);
  return {
    block: Number(block.dataset['block']),
    text: textOf(block),
    from,
    to: from + lengthOf(range),
  };
}

function blockAround(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-block]') ?? null;
}

/** As the words of the model count: a break is one character. */
const textOf = (node: Node): string => {
  if (node.nodeName === 'BR') return '\n';
  return node.childNodes.length === 0 ? (node.textContent ?? '') : [...node.childNodes].map(textOf).join('');
};
const lengthOf = (range: Range): number => textOf(range.cloneContents()).length;

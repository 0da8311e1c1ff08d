import { tag } from '@towncrier/content/losses';
import type { Block, Paragraph } from '../read/word.model.ts';
import { inlineHtml, type Pen } from './inline.html.ts';

interface Item {
  readonly level: number;
  readonly paragraph: Paragraph;
}

/** The bullets that follow each other from a place on, as lists in lists; `to` is the first block behind them. */
export function bulletsFrom(blocks: readonly Block[], from: number, pen: Pen): { html: string; to: number } {
  const items: Item[] = [];
  for (const block of blocks.slice(from)) {
    if (block.is !== 'paragraph' || block.label?.is !== 'bullet') break;
    items.push({ level: block.label.level, paragraph: block });
  }
  return { html: listHtml(items, pen), to: from + items.length };
}

function listHtml(items: readonly Item[], pen: Pen): string {
  const top = Math.min(...items.map(({ level }) => level));
  const written: string[] = [];
  for (let i = 0; i < items.length;) {
    const item = items[i];
    const next = items.findIndex(({ level }, at) => at > i && level <= top);
    const to = next === -1 ? items.length : next;
    const deeper = items.slice(item?.level === top ? i + 1 : i, to);
    const words = item?.level === top ? inlineHtml(item.paragraph.pieces, pen) : '';
    written.push(tag('li', {}, words, deeper.length === 0 ? '' : listHtml(deeper, pen)));
    i = to;
  }
  return tag('ul', {}, ...written);
}

import { tag } from '@towncrier/content/losses';
import type { Block, Paragraph } from '../read/word.model.ts';
import { isEmpty, textOf } from '../read/word.model.ts';
import type { Title } from '../title/word.title.ts';
import { bulletsFrom } from './bullet.list.ts';
import { figure, inlineHtml, labelText, type Pen } from './inline.html.ts';
import { tableHtml } from './table.html.ts';

/** The blocks of a document; the title as the only `h1`, headings from `h2` down. */
export function bodyHtml(blocks: readonly Block[], title: Title | null, pen: Pen): string {
  const top = topHeading(blocks, title);
  const html: string[] = [];
  for (let i = 0; i < blocks.length;) {
    const block = blocks[i];
    if (title !== null && i === title.from) {
      html.push(tag('h1', {}, pen.escape(title.text)), ...picturesIn(blocks.slice(i, title.to), pen));
      i = title.to;
    } else if (block?.is === 'paragraph' && block.label?.is === 'bullet') {
      const list = bulletsFrom(blocks, i, pen);
      html.push(list.html);
      i = list.to;
    } else {
      if (block !== undefined) html.push(blockHtml(block, top, pen));
      i += 1;
    }
  }
  return html.join('');
}

function blockHtml(block: Block, top: number, pen: Pen): string {
  if (block.is === 'rule') return '<hr>';
  if (block.is === 'table') return tableHtml(block, pen);
  if (block.outline === undefined || !isHeading(block)) {
    const words = pen.escape(labelText(block)) + inlineHtml(block.pieces, pen);
    // nothing is left of a paragraph whose only object could not be drawn
    return words === '' ? '' : tag('p', { align: block.align }, words);
  }
  const level = Math.min(2 + block.outline - top, 5);
  const words = block.pieces.map((piece) => (piece.is === 'text' ? { ...piece, bold: false } : piece));
  return tag(`h${level}`, {}, pen.escape(labelText(block)), inlineHtml(words, pen));
}

/** A sentence that only looks like a heading stays a paragraph. */
const isHeading = (paragraph: Paragraph): boolean => {
  const words = textOf(paragraph).trim();
  return words !== '' && words.length <= 100 && !/。./su.test(words);
};

/** The highest level in use becomes `h2`. */
const topHeading = (blocks: readonly Block[], title: Title | null): number =>
  blocks
    .filter((_, i) => title === null || i < title.from || i >= title.to)
    .reduce((top, block) => (block.is === 'paragraph' ? Math.min(top, block.outline ?? top) : top), 9);

const picturesIn = (blocks: readonly Block[], pen: Pen): readonly string[] =>
  blocks
    .flatMap((block) => (block.is === 'paragraph' ? block.pieces : []))
    .flatMap((piece) => (piece.is === 'picture' ? [tag('p', {}, figure(piece, pen))] : []));

/** Footnotes and endnotes, each by its number, under a line and a name of their own. */
export const notesHtml = (notes: readonly (readonly Block[])[], pen: Pen): string =>
  notes.length === 0
    ? ''
    : tag(
        'section',
        { class: 'notes' },
        '<hr><p>注释</p>',
        tag('ol', {}, ...notes.map((note) => tag('li', {}, noteHtml(note, pen)))),
      );

const noteHtml = (blocks: readonly Block[], pen: Pen): string =>
  blocks
    .filter((block) => block.is !== 'paragraph' || !isEmpty(block))
    .map((block) =>
      block.is === 'paragraph'
        ? pen.escape(labelText(block)) + inlineHtml(block.pieces, pen)
        : blockHtml(block, 0, pen),
    )
    .join('<br>');

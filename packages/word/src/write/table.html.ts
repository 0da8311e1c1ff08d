import { spanOf, tag } from '@towncrier/content/losses';
import { isEmpty, type Block, type Cell, type Table } from '../read/word.model.ts';
import { figure, inlineHtml, labelText, type Pen } from './inline.html.ts';

export function tableHtml({ rows, pictures }: Table, pen: Pen): string {
  const table = tag(
    'table',
    {},
    ...rows.map((row) => tag('tr', {}, ...row.map((cell) => cellHtml(cell, pen)))),
  );
  const figures = pictures.map((picture) => {
    const caption = picture.alt === '' ? picture.where : `${picture.where}：${picture.alt}`;
    return tag('figure', {}, figure(picture, pen), tag('figcaption', {}, pen.escape(caption)));
  });
  return table + figures.join('');
}

function cellHtml({ colspan, rowspan, header, blocks }: Cell, pen: Pen): string {
  const spans = { colspan: spanOf(colspan), rowspan: spanOf(rowspan) };
  return tag(header ? 'th' : 'td', spans, ...linesOf(blocks, pen));
}

/** A single line needs no paragraph of its own. */
function linesOf(blocks: readonly Block[], pen: Pen): readonly string[] {
  const lines = blocks
    .filter((block) => block.is === 'paragraph')
    .filter((paragraph) => !isEmpty(paragraph))
    .map((paragraph) => {
      const sign = paragraph.label?.is === 'bullet' && paragraph.label.sign !== '' ? '• ' : '';
      return pen.escape(sign + labelText(paragraph)) + inlineHtml(paragraph.pieces, pen);
    });
  return lines.length < 2 ? lines : lines.map((line) => tag('p', {}, line));
}

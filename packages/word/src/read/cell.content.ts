import { plain } from './around.ts';
import type { Reading } from './reading.ts';
import {
  isEmpty,
  textOf,
  type Block,
  type Paragraph,
  type Piece,
  type PicturePiece,
  type Table,
} from './word.model.ts';

const instead: Piece = { ...plain, text: '［图片见表后］' };

/** Words only: a table within becomes lines, a picture goes behind the table. */
export function cellContent(
  blocks: readonly Block[],
  pictures: PicturePiece[],
  reading: Reading,
): readonly Paragraph[] {
  const lines = blocks.flatMap((block): readonly Paragraph[] => {
    if (block.is === 'rule') return [];
    if (block.is === 'paragraph') return [block];
    reading.lose('nested-table', linesOf(block).map(textOf).join(' '));
    pictures.push(...block.pictures);
    return linesOf(block);
  });
  return lines.map((line) => ({
    ...line,
    pieces: line.pieces.map((piece) => moved(piece, pictures, reading)),
  }));
}

function moved(piece: Piece, pictures: PicturePiece[], reading: Reading): Piece {
  if (piece.is !== 'picture') return piece;
  reading.lose('picture-moved', piece.alt);
  pictures.push(piece);
  return instead;
}

/** One line for each row; its cells are divided, so that two numbers do not become one. */
const linesOf = ({ rows }: Table): readonly Paragraph[] =>
  rows.map((row) => ({
    is: 'paragraph',
    align: undefined,
    outline: undefined,
    isTitle: false,
    label: null,
    pieces: row.flatMap(({ blocks }, i) => [
      ...(i === 0 ? [] : [{ ...plain, text: '；' }]),
      ...piecesOf(blocks),
    ]),
  }));

function piecesOf(blocks: readonly Block[]): readonly Piece[] {
  const paragraphs = blocks.filter((block) => block.is === 'paragraph').filter((each) => !isEmpty(each));
  return paragraphs.flatMap(({ label, pieces }, i) => [
    ...(i === 0 ? [] : [{ ...plain, text: '，' }]),
    ...(label?.is === 'number' ? [{ ...plain, text: label.text }] : []),
    ...pieces,
  ]);
}

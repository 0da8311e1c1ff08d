import { isEmpty, textOf, type Block, type Paragraph } from '../read/word.model.ts';
import { goesOn, isAbove, isBelow, isComplete, isHalf, isLineOfTitle, joinLines } from './title.lines.ts';

/** The blocks from `from` up to `to` are the title. */
export interface Title {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** How surely it is set as a title; `none`: like any other text. */
type Standing = 'sure' | 'centred' | 'none';

const longestTitle = 200;
const mostLines = 6;

/**
 * The title of a paper, by confidence: what its author marked as title, or set larger or bolder in the middle
 * before the text, or what is a title by its words. A chapter, a number of a document and a red head never are.
 */
export function findTitle(blocks: readonly Block[]): Title | null {
  const from = blocks.findIndex(
    (block) => block.is === 'paragraph' && !isEmpty(block) && !isAbove(wordsOf(block)),
  );
  const marked = blocks
    .slice(0, 12)
    .findIndex((block) => block.is === 'paragraph' && block.isTitle && isLine(block));
  if (marked !== -1) return joinFrom(marked, blocks);
  const first = blocks[from];
  if (first?.is !== 'paragraph' || !isLine(first)) return null;
  if (standingOf(first, blocks) !== 'none') return joinFrom(from, blocks);
  return byItsWords(from, first, blocks);
}

/** Set like any other text: a title only when it says what kind of document it is, whole. */
function byItsWords(from: number, first: Paragraph, blocks: readonly Block[]): Title | null {
  const lines = [wordsOf(first)];
  if (!isComplete(lines.join(''))) return null;
  for (const block of blocks.slice(from + 1, from + mostLines)) {
    if (block.is !== 'paragraph' || !isLine(block) || isBelow(wordsOf(block)) || !goesOn(wordsOf(block)))
      break;
    lines.push(wordsOf(block));
  }
  const text = joinLines(lines);
  const fits = text.length >= 4 && text.length <= 100 && isComplete(text) && !isHalf(text);
  return fits ? { from, to: from + lines.length, text } : null;
}

const wordsOf = (paragraph: Paragraph): string => textOf(paragraph).trim();

const isLine = (paragraph: Paragraph): boolean =>
  paragraph.label === null && isLineOfTitle(wordsOf(paragraph));

/** Goes on as long as the lines are set alike, and neither an issuer nor a date begins. */
function joinFrom(from: number, blocks: readonly Block[]): Title | null {
  const first = blocks[from];
  if (first?.is !== 'paragraph') return null;
  const standing = standingOf(first, blocks);
  const lines = [wordsOf(first)];
  for (const block of blocks.slice(from + 1, from + mostLines)) {
    if (block.is !== 'paragraph' || !isLine(block) || !setAlike(first, block, blocks)) break;
    const words = wordsOf(block);
    if ([...lines, words].join('').length > longestTitle) break;
    const soFar = joinLines(lines);
    if (isComplete(soFar) && !/印发|转发|批转/u.test(soFar) && isBelow(words)) break;
    if (isBelow(words) && !/^[（(].*[)）]的/u.test(words) && isComplete(soFar)) break;
    if (standing === 'centred' && isComplete(soFar) && !/^[（(的]/u.test(words)) break;
    lines.push(words);
  }
  const text = joinLines(lines);
  return standing === 'centred' && !isComplete(text) ? null : { from, to: from + lines.length, text };
}

function setAlike(first: Paragraph, next: Paragraph, blocks: readonly Block[]): boolean {
  if (first.isTitle || next.isTitle) return first.isTitle && next.isTitle;
  return (
    standingOf(first, blocks) === standingOf(next, blocks) &&
    first.align === next.align &&
    first.outline === next.outline &&
    Math.abs(sizeOf(first) - sizeOf(next)) <= 4
  );
}

function standingOf(paragraph: Paragraph, blocks: readonly Block[]): Standing {
  if (paragraph.isTitle) return 'sure';
  if (paragraph.outline !== undefined && paragraph.label === null) {
    const others = blocks.filter((block) => block.is === 'paragraph' && block.outline === paragraph.outline);
    return others.length === 1 || paragraph.align === 'center' ? 'sure' : 'none';
  }
  if (paragraph.align !== 'center') return 'none';
  return sizeOf(paragraph) > bodySize(blocks) || isBold(paragraph) ? 'sure' : 'centred';
}

const textsOf = (paragraph: Paragraph) =>
  paragraph.pieces.filter((piece) => piece.is === 'text').filter(({ text }) => text.trim() !== '');

const isBold = (paragraph: Paragraph): boolean => textsOf(paragraph).every(({ bold }) => bold);

/** Of most of its characters, in half-points. */
const sizeOf = (paragraph: Paragraph): number => commonSize([paragraph]);

const bodySize = (blocks: readonly Block[]): number =>
  commonSize(blocks.filter((block) => block.is === 'paragraph').filter(({ align }) => align === undefined));

function commonSize(paragraphs: readonly Paragraph[]): number {
  const characters = new Map<number, number>();
  for (const { text, size } of paragraphs.flatMap(textsOf))
    characters.set(size, (characters.get(size) ?? 0) + text.length);
  return [...characters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

import type { WordPackage } from '../package/word.package.ts';
import { childOf, childrenOf, firstWithin, wordsOf, type XmlElement } from '../xml/xml.element.ts';
import { unknownElements } from '../xml/xml.unknown.ts';
import { readBlocks } from './block.reader.ts';
import { readInline } from './inline.reader.ts';
import { Reading } from './reading.ts';
import { textOf, type Block } from './word.model.ts';

export interface ReadDocument {
  readonly blocks: readonly Block[];
  /** Footnotes and endnotes in the order of their numbers. */
  readonly notes: readonly (readonly Block[])[];
  readonly reading: Reading;
}

/**
 * Everything of a document that is on paper, and what of it could not be carried over.
 * @param draws is there somebody who draws what HTML cannot carry?
 */
export function readDocument(file: WordPackage, draws = false): ReadDocument {
  const reading = new Reading(file, { inline: readInline, blocks: readBlocks }, draws);
  const body = childOf(file.document.root, 'w:body');
  const blocks = readBlocks(
    body?.children ?? [],
    reading,
    childOf(file.document.root, 'w:background') !== undefined,
  );
  closeFields(reading);
  const notes = readNotes(reading);
  reading.part = file.document;
  tellComments(reading);
  tellHeaders(reading);
  tellUnknown(file, reading);
  return { blocks, notes, reading };
}

/** Fields end within the body, the note or the header in which they begin; one that does not hides text. */
function closeFields(reading: Reading): void {
  const hidden = reading.fields.abandon();
  if (hidden !== '') reading.lose('lost-text', hidden);
}

function readNotes(reading: Reading): readonly (readonly Block[])[] {
  const notes = reading.notes.all.map(({ kind, id }) => {
    const part = kind === 'footnote' ? reading.file.footnotes : reading.file.endnotes;
    const note = childrenOf(part?.root, `w:${kind}`).find((each) => each.attributes['w:id'] === id);
    if (part === null || note === undefined) return [];
    reading.part = part;
    const name = kind === 'footnote' ? '脚注' : '尾注';
    return reading.place.within(`${name}${id}`, () => {
      const blocks = reading.walk.blocks(note.children, reading, false);
      closeFields(reading);
      return blocks;
    });
  });
  if (notes.length > 0) reading.losses.add('footnote', '', '', notes.length);
  return notes;
}

/** Comments without a mark in the text are comments too. */
function tellComments({ file, losses, commentsMet }: Reading): void {
  for (const comment of childrenOf(file.comments ?? undefined, 'w:comment'))
    if (!commentsMet.has(comment.attributes['w:id'] ?? '')) losses.add('comment', '', wordsOf(comment));
}

/** Headers and footers belong to the sheet, not to the text; each wording is told once. */
function tellHeaders(reading: Reading): void {
  const { document, others } = reading.file;
  const told = new Set<string>();
  for (const { kind, target } of document.relationships.values()) {
    const root = kind === 'header' || kind === 'footer' ? others.get(target) : undefined;
    if (root === undefined) continue;
    const name = kind === 'header' ? '页眉' : '页脚';
    const words = reading.place.within(name, () => wordsOfHeader(root, reading));
    if (told.has(words) || !/[^\s\d\-—–－·.第页共/]/u.test(words)) continue;
    told.add(words);
    reading.losses.add('page-header', name, words);
  }
}

function wordsOfHeader(root: XmlElement, reading: Reading): string {
  const picture = firstWithin(root, 'a:blip') ?? firstWithin(root, 'v:imagedata');
  const words = reading.walk
    .blocks(root.children, reading, true)
    .map((block) => (block.is === 'paragraph' ? textOf(block) : wordsOfTable(block)))
    .join(' ')
    .trim();
  closeFields(reading);
  return words === '' && picture !== undefined ? '图片' : words;
}

const wordsOfTable = (block: Block): string =>
  block.is === 'table'
    ? block.rows
        .flat()
        .flatMap(({ blocks }) => blocks.map(wordsOfBlock))
        .join(' ')
    : '';
const wordsOfBlock = (block: Block): string =>
  block.is === 'paragraph' ? textOf(block) : wordsOfTable(block);

function tellUnknown(file: WordPackage, reading: Reading): void {
  for (const root of [file.document.root, file.footnotes?.root, file.endnotes?.root]) {
    if (root === undefined) continue;
    for (const [name, count] of unknownElements(root)) reading.losses.add('unknown', '', name, count);
  }
}

import { lossElement, type Loss } from '@towncrier/content/losses';
import { openPackage } from './package/word.package.ts';
import { readDocument } from './read/document.reader.ts';
import { addressesOf } from './read/picture.addresses.ts';
import { asItIs, type DrawObjects, type MakePicture } from './read/pictures.ts';
import { findTitle } from './title/word.title.ts';
import { bodyHtml, notesHtml } from './write/html.ts';
import { escapeText } from './write/inline.html.ts';

export interface WordSource {
  /** HTML; every loss stands in it as an element of its own too. */
  readonly source: string;
  readonly losses: readonly Loss[];
}
export interface WordOptions {
  /** Without it, pictures stay as they are. */
  readonly picture?: MakePicture;
  /** Without it, what HTML cannot carry (formulas, charts, diagrams) is named as a loss. */
  readonly draw?: DrawObjects;
}

/**
 * A Word document (.docx as Word, WPS and others write it) as a reader of the paper sees it: numbers, fields and
 * ticks as characters. What is not carried over is a loss, never nothing.
 * @throws WordUnreadable in words for who chose the file
 */
export async function readWord(bytes: Uint8Array, options: WordOptions = {}): Promise<WordSource> {
  const { blocks, notes, reading } = readDocument(await openPackage(bytes), options.draw !== undefined);
  const makers = {
    picture: options.picture ?? ((picture: Uint8Array) => Promise.resolve(asItIs(picture))),
    draw: options.draw,
  };
  const addresses = await addressesOf([...blocks, ...notes.flat()], reading, makers);
  const pen = { addresses, escape: escapeText };
  const losses = reading.losses.all;
  const source = [
    bodyHtml(blocks, findTitle(blocks), pen),
    notesHtml(notes, pen),
    ...losses.map(lossElement),
  ].join('');
  return { source, losses };
}

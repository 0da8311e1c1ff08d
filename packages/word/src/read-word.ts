import { lossElement, type Loss } from '@towncrier/content/losses';
import { openPackage } from './package/word.package.ts';
import { readDocument } from './read/document.reader.ts';
import { addressesOf, asItIs, type Picture } from './read/pictures.ts';
import { findTitle } from './title/word.title.ts';
import { bodyHtml, notesHtml } from './write/html.ts';
import { escapeText } from './write/inline.html.ts';

export interface WordSource {
  /** HTML; every loss stands in it as an element of its own too. */
  readonly source: string;
  readonly losses: readonly Loss[];
}
export interface WordOptions {
  /** Makes a picture fit for the public, from whatever lies in the file; null when it cannot. Without it: as it is. */
  readonly picture?: (bytes: Uint8Array) => Promise<Picture | null>;
}

/**
 * A Word document (.docx as Word, WPS and others write it) as a reader of the paper sees it: numbers, fields and
 * ticks as characters. What is not carried over is a loss, never nothing.
 * @throws WordUnreadable in words for who chose the file
 */
export async function readWord(bytes: Uint8Array, options: WordOptions = {}): Promise<WordSource> {
  const { blocks, notes, reading } = readDocument(await openPackage(bytes));
  const convert = options.picture ?? ((picture) => Promise.resolve(asItIs(picture)));
  const addresses = await addressesOf([...blocks, ...notes.flat()], reading, convert);
  const pen = { addresses, escape: escapeText };
  const losses = reading.losses.all;
  const source = [
    bodyHtml(blocks, findTitle(blocks), pen),
    notesHtml(notes, pen),
    ...losses.map(lossElement),
  ].join('');
  return { source, losses };
}

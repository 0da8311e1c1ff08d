import type { Block } from '@towncrier/contracts';
import { cleanText } from '../clean-text.ts';
import { recognise } from './recognise.ts';
import type { Imported, Recognised } from './source.ts';

/** One paragraph a line; what the lines mean is found out by `recognise`. */
export function textBlocks(source: string): Imported {
  const blocks: Block[] = [];
  for (const line of cleanText(source).split('\n')) {
    const text = line.replace(/\s+/gu, ' ').trim();
    if (text !== '') blocks.push({ type: 'paragraph', content: [{ type: 'text', text }] });
  }
  return { blocks, media: [], findings: [] };
}

/** A government document as plain text: header block, title, outline and date are found in it. */
export const importText = (source: string): Recognised => recognise(textBlocks(source));

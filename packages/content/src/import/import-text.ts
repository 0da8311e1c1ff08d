import type { Block } from '@towncrier/contracts';
import { cleanText } from '../clean-text.ts';
import { LossList } from './losses/loss.list.ts';
import { recognise } from './recognise.ts';
import type { Imported, Recognised } from './source.ts';
import { joinHardWraps } from './text/hard.wraps.ts';
import { withoutPageMarks } from './text/page.marks.ts';
import { rowsFrom, tabTables } from './text/tab.tables.ts';

/**
 * One paragraph a line, once page marks are out and lines that a page broke are whole again; rows divided by
 * tabs are a table. What the lines mean is found out by `recognise`.
 */
export function textBlocks(source: string): Imported {
  const losses = new LossList();
  const lines = joinHardWraps(withoutPageMarks(cleanText(source).split('\n'), losses), losses);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const rows = rowsFrom(lines, at);
    if (rows > 0) {
      blocks.push(...tabTables(lines.slice(at, at + rows)));
      at += rows - 1;
      continue;
    }
    const text = (lines[at] ?? '').replace(/\s+/gu, ' ').trim();
    if (text !== '') blocks.push({ type: 'paragraph', content: [{ type: 'text', text }] });
  }
  return { blocks, media: [], losses: losses.all, titles: [] };
}

/** A government document as plain text: header block, title, outline and date are found in it. */
export const importText = (source: string): Recognised => recognise(textBlocks(source));

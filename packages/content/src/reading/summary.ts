import type { Block, EditionContent } from '@towncrier/contracts';
import { cutAtClause } from '../words/cut.ts';
import { isDateLine } from '../words/calendar.ts';
import { factBlocks } from './facts.ts';
import { inlineText } from './inline.text.ts';

const sentences = new Intl.Segmenter('zh', { granularity: 'sentence' });

// Sentences every document has and no citizen needs: whom it is sent to, that it is hereby sent, in whose
// spirit it is written.
const formula = [
  /^特此/,
  /^现(?:予以?|将.{0,40})?(?:印发|公布|公告|公示|通知)/,
  /现(?:予以?)?印发(?:给你们)?/,
  /^请.{0,12}(?:遵照|贯彻|组织)(?:执行|实施|落实)/,
  /^为(?:了)?(?:深入|认真|全面|进一步|切实)*(?:学习)?(?:贯彻|落实)/,
  /带来.{0,4}不便/,
  /^敬请/,
  /^感谢/,
];

/**
 * In at most `max` characters: the editor's summary, else the first sentences that say something. Empty when
 * there is nothing to say.
 */
export function summarise(content: EditionContent, max: number): string {
  const written = content.summary?.trim() ?? '';
  if (written !== '') return cutAtClause(written, max);

  const found = telling(content.body.content).map(({ words }) => words);
  const offered =
    found.length > 0 ? found : factBlocks(content).map(({ label, value }) => `${label}：${value}。`);
  let summary = '';
  for (const sentence of offered) {
    if (summary.length + sentence.trimEnd().length > max) {
      // A whole sentence is better than one more beginning, unless it leaves the room nearly empty.
      return summary.length >= max / 3
        ? summary.trim()
        : summary + cutAtClause(sentence, max - summary.length);
    }
    summary += sentence;
  }
  return summary.trim();
}

/** One sentence, and the block (counted from 0) it stands in. */
export interface SpokenSentence {
  readonly words: string;
  readonly block: number;
}

/** The sentences that say something, in reading order; each without blanks around it. */
export const tellingSentences = (blocks: readonly Block[]): readonly SpokenSentence[] =>
  spokenIn(blocks)
    .filter(({ words }) => !isFormula(words))
    .map(({ words, block }) => ({ words: words.trim(), block }));

function telling(blocks: readonly Block[]): readonly SpokenSentence[] {
  const all = spokenIn(blocks);
  const said = all.filter(({ words }) => !isFormula(words));
  return said.length > 0 ? said : all;
}

const isFormula = (sentence: string): boolean => formula.some((pattern) => pattern.test(sentence.trim()));

const spokenIn = (blocks: readonly Block[]): readonly SpokenSentence[] =>
  blocks.flatMap((content, block) => {
    const sentences =
      content.type === 'bulletList' || content.type === 'orderedList'
        ? content.content.flatMap((item) => item.content.flatMap(spoken))
        : spoken(content);
    return sentences.map((words) => ({ words, block }));
  });

function spoken(block: Block): readonly string[] {
  if (block.type !== 'paragraph' || block.attrs?.align === 'center' || block.attrs?.align === 'right')
    return [];
  const text = inlineText(block.content, ' ').trim();
  if (/[:：]$/.test(text) || isDateLine(text) || /^附件\d*[:：]?/.test(text)) return [];
  const found: string[] = [];
  for (const { segment } of sentences.segment(text)) {
    // "Ms. Li": the full stop of an abbreviation ends no sentence.
    if (/\b[A-Z][a-z]{0,3}\.\s*$/.test(found.at(-1) ?? '')) found.push((found.pop() ?? '') + segment);
    else found.push(segment);
  }
  return found;
}

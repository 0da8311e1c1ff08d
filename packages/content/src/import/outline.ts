import type { Block } from '@towncrier/contracts';
import { inlineText } from '../reading/inline.text.ts';
import { isDateLine } from '../words/calendar.ts';

type Level = 2 | 3 | 4 | 5;
type Paragraph = Extract<Block, { type: 'paragraph' }>;

// GB/T 9704-2012 §7.3.3: 一、 （一） 1. （1） in this order.
const numbering: readonly { readonly level: Level; readonly mark: RegExp }[] = [
  { level: 2, mark: /^[一二三四五六七八九十]{1,3}、/u },
  { level: 3, mark: /^[(（][一二三四五六七八九十]{1,3}[)）]、?/u },
  { level: 4, mark: /^\d{1,2}(?:[.．](?!\d)|、)/u },
  { level: 5, mark: /^[(（]\d{1,2}[)）]、?/u },
];
const maxHeading = 60;

/**
 * Numbered paragraphs become headings four levels deep. A numbered line that is a sentence stays a paragraph,
 * its short leading
 * clause in bold; numbered lines that head nothing are the items of an enumeration and stay as they are.
 * A document that has headings already is left alone.
 */
export function outline(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some((block) => block.type === 'heading')) return blocks;
  const numbered = blocks.map((block, i) => levelOf(block, blocks[i - 1]));
  const candidates = blocks.map((block, i) =>
    numbered[i] !== null && headingLike(textOf(block)) ? (numbered[i] ?? null) : null,
  );
  const heads = blocks.map((_, i) => headsSomething(i, candidates[i] ?? null, numbered, blocks));
  return blocks.map((block, i) => {
    const level = candidates[i] ?? null;
    if (level !== null && (level === 2 || mostHead(i, level, numbered, candidates, heads)))
      return { type: 'heading', attrs: { level }, content: (block as Paragraph).content };
    return numbered[i] !== null && level === null ? leadInBold(block as Paragraph) : block;
  });
}

function levelOf(block: Block, before: Block | undefined): Level | null {
  if (block.type !== 'paragraph' || block.attrs?.align === 'center' || block.attrs?.align === 'right')
    return null;
  if (before !== undefined && /^附件[:：]/u.test(textOf(before))) return null;
  return numbering.find(({ mark }) => mark.test(textOf(block)))?.level ?? null;
}

const textOf = (block: Block): string =>
  block.type === 'paragraph' ? inlineText(block.content, ' ').trim() : '';

function headingLike(text: string): boolean {
  return text.length <= maxHeading && !/[。；;！!？?：:，,]$/u.test(text) && !/[。；！？]/u.test(text);
}

/** Does something stand under it: plain words, or a deeper number? */
function headsSomething(
  i: number,
  level: Level | null,
  numbered: readonly (Level | null)[],
  blocks: readonly Block[],
): boolean {
  const next = blocks[i + 1];
  if (level === null || next === undefined) return false;
  const below = numbered[i + 1] ?? null;
  if (below !== null) return below > level;
  return !(next.type === 'paragraph' && (next.attrs?.align === 'right' || isDateLine(textOf(next))));
}

/** Brothers are treated alike: those of one level, up to the next number above them. */
function mostHead(
  i: number,
  level: Level,
  numbered: readonly (Level | null)[],
  candidates: readonly (Level | null)[],
  heads: readonly boolean[],
): boolean {
  const brothers: number[] = [];
  const walk = (from: number, step: 1 | -1): void => {
    for (let at = from; at >= 0 && at < numbered.length; at += step) {
      const here = numbered[at] ?? null;
      if (here !== null && here < level) return;
      if (candidates[at] === level) brothers.push(at);
    }
  };
  walk(i, 1);
  walk(i - 1, -1);
  return brothers.filter((at) => heads[at]).length * 2 > brothers.length;
}

/**
 * 1.梳理政务公开事项。组织… → the first clause in bold, when it is short and the block has no marks of its
 * own.
 */
function leadInBold(block: Paragraph): Block {
  const [only, ...others] = block.content;
  if (only?.type !== 'text' || others.length > 0 || only.marks !== undefined) return block;
  const lead = /^[^。，,；;：:！？]{2,40}。(?=.)/u.exec(only.text)?.[0];
  if (lead === undefined) return block;
  return {
    ...block,
    content: [
      { type: 'text', text: lead, marks: [{ type: 'bold' }] },
      { type: 'text', text: only.text.slice(lead.length) },
    ],
  };
}

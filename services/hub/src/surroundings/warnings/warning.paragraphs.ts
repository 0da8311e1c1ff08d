import type { Block, Inline } from '@towncrier/contracts';

/**
 * Longest paragraph (UTF-16 units) and most paragraphs of one text: a channel cuts between paragraphs, and a
 * document has 5,000 blocks.
 */
const [longest, most] = [1000, 200];

/**
 * The sender's lines as paragraphs, word for word. A long line is divided where a sentence ends; lines beyond
 * counting stay lines of one paragraph.
 */
export function paragraphsOf(words: string): Block[] {
  const lines = words
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap(divided);
  const together = Math.ceil(lines.length / most);
  const blocks: Block[] = [];
  for (let from = 0; from < lines.length; from += together)
    blocks.push({ type: 'paragraph', content: inlines(lines.slice(from, from + together)) });
  return blocks;
}

const inlines = (lines: readonly string[]): Inline[] =>
  lines.flatMap((text, n): Inline[] =>
    n === 0 ? [{ type: 'text', text }] : [{ type: 'hardBreak' }, { type: 'text', text }],
  );

/** A sentence beyond all measure is divided at its commas. */
const clauses = (sentence: string): readonly string[] =>
  sentence.length > longest ? sentence.split(/(?<=[，、,])/u) : [sentence];

function divided(line: string): readonly string[] {
  if (line.length <= longest) return [line];
  const parts: string[] = [''];
  for (const sentence of line.split(/(?<=[。！？；])/u).flatMap(clauses)) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && last.length + sentence.length > longest) parts.push(sentence);
    else parts[parts.length - 1] = last + sentence;
  }
  return parts;
}

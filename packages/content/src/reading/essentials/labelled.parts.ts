import type { Block } from '@towncrier/contracts';
import { isDateLine } from '../../words/calendar.ts';
import { blockLines } from '../plain.ts';
import { inlineText } from '../inline.text.ts';

/** Words of the notice under the label that introduces them: a line's own, and the heading it stands under. */
export interface LabelledPart {
  /** Empty where the line has none of its own. */
  readonly label: string;
  /** The heading above, without its number; empty where there is none. */
  readonly section: string;
  readonly words: string;
  readonly block: number;
}

const numbering =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:\.\d{1,2})+\s+|\d{1,2}[.．、](?!\d)|·)\s*/u;
const chapter = /^\s*[一二三四五六七八九十]{1,3}、/u;
/** Words before a colon; those that end with a figure are a time (22:00) or a ratio. */
const ownLabel = /^([^：:。，；、（(]{0,15}[^：:。，；、（(\d\s])[：:](?!\/\/)\s*(\S.*)$/u;

/** Without 一、 （二） 3. in front. */
export const withoutNumber = (line: string): string => line.replace(numbering, '').trim();

/** All lines of the body with what introduces them. Tables are none; contacts are read by `telephones`. */
export function labelledParts(blocks: readonly Block[]): readonly LabelledPart[] {
  const found: LabelledPart[] = [];
  let heading = '';
  for (const [block, content] of blocks.entries()) {
    if (content.type === 'heading') heading = inlineText(content.content, ' ');
    const lines = linesOf(content);
    if (lines === null) heading = '';
    for (const line of lines ?? []) {
      // under 三、 a line 四、 stands beside it
      if (content.type !== 'heading' && chapter.test(line) && chapter.test(heading)) heading = '';
      found.push({ ...labelled(line), section: sectionOf(heading), block });
    }
  }
  return found;
}

/** Whether a sentence is a label and what it introduces. */
export const isLabelled = (sentence: string): boolean => ownLabel.test(withoutNumber(sentence));

const sectionOf = (words: string): string => withoutNumber(words).replaceAll(/\s/gu, '');

/** @returns null where a section ends: a signature, the list of what is attached */
function linesOf(block: Block): readonly string[] | null {
  switch (block.type) {
    case 'paragraph':
      if (block.attrs?.align === 'right' || block.attrs?.align === 'center') return null;
      return spoken(inlineText(block.content).split('\n'));
    case 'heading':
      return spoken([inlineText(block.content, ' ')]).filter((line) => ownLabel.test(withoutNumber(line)));
    case 'bulletList':
    case 'orderedList':
      return spoken(block.content.map((item) => item.content.flatMap(blockLines).join(' ')));
    case 'keyFacts':
      return block.attrs.facts.map(({ label, value }) => `${label}：${value}`);
    case 'quote':
      return spoken(block.content.flatMap(blockLines));
    case 'attachment':
    case 'divider':
      return null;
    case 'table':
    case 'image':
    case 'contact':
      return [];
  }
}

const spoken = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.trim() !== '' && !isDateLine(line) && !line.trim().startsWith('附件'));

function labelled(line: string): Pick<LabelledPart, 'label' | 'words'> {
  const words = withoutNumber(line);
  const [, label = '', value = ''] = ownLabel.exec(words) ?? [];
  return value === '' ? { label: '', words } : { label: label.replaceAll(/\s/gu, ''), words: value };
}

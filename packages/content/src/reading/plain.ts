import type { Block, Document, Inline } from '@towncrier/contracts';
import { answerOf, type BlockOf, type BlockTable } from '../block.table.ts';
import type { Fact } from './fact.ts';

/** The words of a run of text; a hard break becomes `brk`. */
export const inlineText = (content: readonly Inline[], brk = '\n'): string =>
  content.map((node) => (node.type === 'text' ? node.text : brk)).join('');

/** The words of a block, one line each, in reading order. */
export const blockLines = (block: Block): readonly string[] => answerOf(lines, block, null);

const factLine = ({ label, value }: Fact): string => `${label}：${value}`;

const lines = {
  paragraph: ({ content }) => inlineText(content).split('\n'),
  heading: ({ content }) => inlineText(content).split('\n'),
  bulletList: ({ content }) => content.flatMap((item) => marked('· ', item.content.flatMap(blockLines))),
  orderedList: ({ attrs, content }) =>
    content.flatMap((item, i) => marked(`${(attrs?.start ?? 1) + i}. `, item.content.flatMap(blockLines))),
  quote: ({ content }) => content.flatMap(blockLines),
  table: ({ attrs, content }) => [
    ...(attrs?.caption === undefined ? [] : [attrs.caption]),
    ...content.map((row) => row.content.map((cell) => inlineText(cell.content, ' ')).join('\t')),
  ],
  image: ({ attrs }) =>
    [attrs.caption ?? attrs.alt].filter((words) => words !== '').map((words) => `［图片：${words}］`),
  attachment: ({ attrs }) => [`附件：${attrs.name}（${attrs.href}）`],
  keyFacts: ({ attrs }) => attrs.facts.map(factLine),
  contact: (block) => [contactFacts(block).map(factLine).join('，')],
  divider: () => ['————'],
} as const satisfies BlockTable<null, readonly string[]>;

/** A document as plain text, one block or row to a line. */
export const renderPlain = (document: Document): string => document.content.flatMap(blockLines).join('\n');

/** Whom to turn to; what is unknown is left out. */
export const contactFacts = ({ attrs }: BlockOf<'contact'>): readonly Fact[] =>
  [
    { label: '联系单位', value: attrs.name },
    { label: '电话', value: attrs.phone },
    { label: '地址', value: attrs.address },
    { label: '时间', value: attrs.hours },
  ].filter((fact): fact is Fact => fact.value !== undefined && fact.value !== '');

function marked(marker: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, i) => (i === 0 ? marker + line : line));
}

import type { Block, Document, Inline } from '@towncrier/contracts';

/** Makes a forgotten node type a compile error. */
export function unreachable(node: never): never {
  throw new Error(`unknown node ${JSON.stringify(node)}`);
}

/** The words of a run of text; a hard break becomes `brk`. */
export const inlineText = (content: readonly Inline[], brk = '\n'): string =>
  content.map((node) => (node.type === 'text' ? node.text : brk)).join('');

/** The words of a block, one line each, in reading order. */
export function blockLines(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content).split('\n');
    case 'bulletList':
      return block.content.flatMap((item) => marked('· ', item.content.flatMap(blockLines)));
    case 'orderedList':
      return block.content.flatMap((item, i) =>
        marked(`${(block.attrs?.start ?? 1) + i}. `, item.content.flatMap(blockLines)),
      );
    case 'quote':
      return block.content.flatMap(blockLines);
    case 'table':
      return [
        ...(block.attrs?.caption === undefined ? [] : [block.attrs.caption]),
        ...block.content.map((row) => row.content.map((cell) => inlineText(cell.content, ' ')).join('\t')),
      ];
    case 'image':
      return [block.attrs.caption ?? block.attrs.alt]
        .filter((words) => words !== '')
        .map((words) => `［图片：${words}］`);
    case 'attachment':
      return [`附件：${block.attrs.name}（${block.attrs.href}）`];
    case 'keyFacts':
      return block.attrs.facts.map(({ label, value }) => `${label}：${value}`);
    case 'contact':
      return [
        contactFacts(block)
          .map(({ label, value }) => `${label}：${value}`)
          .join('，'),
      ];
    case 'divider':
      return ['————'];
    default:
      return unreachable(block);
  }
}

/** A document as plain text, one block or row to a line. */
export const renderPlain = (document: Document): string => document.content.flatMap(blockLines).join('\n');

export function contactFacts({
  attrs,
}: Extract<Block, { type: 'contact' }>): readonly { label: string; value: string }[] {
  return [
    { label: '联系单位', value: attrs.name },
    { label: '电话', value: attrs.phone },
    { label: '地址', value: attrs.address },
    { label: '时间', value: attrs.hours },
  ].filter((fact): fact is { label: string; value: string } => fact.value !== undefined && fact.value !== '');
}

function marked(marker: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, i) => (i === 0 ? marker + line : line));
}

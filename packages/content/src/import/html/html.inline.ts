import type { Inline, Mark } from '@towncrier/contracts';
import { mark as markSchema } from '@towncrier/contracts';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { cleanText } from '../../clean-text.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;
export const attribute = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** Text with its marks, as it comes; white space is folded by `tidyInline`. */
export function inlineOf(node: HtmlNode, marks: readonly Mark[]): readonly Inline[] {
  if (node.nodeName === '#text' && 'value' in node) {
    const text = cleanText(node.value).replace(/\s+/gu, endOfLine);
    return text === '' ? [] : [{ type: 'text', text, ...(marks.length === 0 ? {} : { marks: [...marks] }) }];
  }
  if (!isElement(node)) return [];
  if (node.tagName === 'br') return [{ type: 'hardBreak' }];
  const inner = withMark(node, marks);
  return node.childNodes.flatMap((child) => inlineOf(child, inner));
}

/** A blank that was written (U+3000) stays one, whatever stands beside it. */
const endOfLine = (blank: string): string => (blank.includes('\n') && !blank.includes('\u3000') ? '\n' : ' ');

export function withMark(element: HtmlElement, marks: readonly Mark[]): readonly Mark[] {
  const added = markFor(element);
  return added === null || marks.some(({ type }) => type === added.type) ? marks : [...marks, added];
}

function markFor(element: HtmlElement): Mark | null {
  if (element.tagName === 'strong' || element.tagName === 'b') return { type: 'bold' };
  if (element.tagName === 'u') return { type: 'underline' };
  if (element.tagName !== 'a') return null;
  const link = markSchema.safeParse({
    type: 'link',
    attrs: { href: cleanText(attribute(element, 'href') ?? '').trim() },
  });
  return link.success ? link.data : null;
}

/**
 * One blank for any white space, none at the ends or beside a break, and none where a line of the source ends
 * between two characters that are written without blanks; neighbours with the same marks become one.
 */
export function tidyInline(content: readonly Inline[]): Inline[] {
  const tidy: Inline[] = [];
  for (const node of content) {
    const last = tidy.at(-1);
    if (node.type === 'hardBreak') {
      trimEnd(tidy);
      if (tidy.length > 0) tidy.push(node);
      continue;
    }
    const atStart = last === undefined || last.type === 'hardBreak' || /\s$/u.test(last.text);
    const text = atStart ? node.text.replace(/^\s+/u, '') : node.text;
    if (text === '') continue;
    if (last?.type === 'text' && sameMarks(last.marks, node.marks))
      tidy[tidy.length - 1] = { ...last, text: last.text + text };
    else tidy.push({ ...node, text });
  }
  while (tidy.at(-1)?.type === 'hardBreak') tidy.pop();
  trimEnd(tidy);
  return tidy
    .map((node, i) => unwrapped(node, tidy[i - 1], tidy[i + 1]))
    .filter((node) => node.type !== 'text' || node.text !== '');
}

const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]/u;

/** Ends of lines of the source within a text: nothing between characters of Chinese, else one blank. */
function unwrapped(node: Inline, before: Inline | undefined, after: Inline | undefined): Inline {
  if (node.type !== 'text' || !node.text.includes('\n')) return node;
  const all = `${lastOf(before)}${node.text}${firstOf(after)}`;
  const start = lastOf(before).length;
  const text = node.text.replace(/\n/gu, (_, at: number) => {
    const left = [...all.slice(0, start + at)].at(-1) ?? '';
    const right = [...all.slice(start + at + 1)][0] ?? '';
    return wide.test(left) && wide.test(right) ? '' : ' ';
  });
  return { ...node, text };
}

const lastOf = (node: Inline | undefined): string => (node?.type === 'text' ? node.text : '');
const firstOf = lastOf;

function trimEnd(content: Inline[]): void {
  for (let last = content.at(-1); last?.type === 'text'; last = content.at(-1)) {
    const text = last.text.replace(/\s+$/u, '');
    if (text === last.text) return;
    content.pop();
    if (text !== '') content.push({ ...last, text });
  }
}

const sameMarks = (a: readonly Mark[] | undefined, b: readonly Mark[] | undefined): boolean =>
  JSON.stringify(a ?? []) === JSON.stringify(b ?? []);

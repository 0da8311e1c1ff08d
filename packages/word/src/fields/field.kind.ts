import { circled } from '../symbols/circled.ts';
import { symbolAt } from '../symbols/symbol.fonts.ts';
import type { LossKindName } from '@towncrier/content/losses';

/**
 * What becomes of a field: its stored result is the text (`result`, with an address for a link) · the text is
 * computed here · it is left out and said so · it shows nothing on paper.
 */
export type FieldKind =
  | { readonly is: 'result'; readonly href?: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'lost'; readonly kind: LossKindName; readonly words?: string }
  | { readonly is: 'nothing' };

/** Marks for an index or a table of authorities, and variables: nothing of them is on paper. */
const unseen = new Set([
  'XE',
  'TC',
  'TA',
  'RD',
  'SET',
  'ADVANCE',
  'PRIVATE',
  'ASK',
  'NEXT',
  'NEXTIF',
  'SKIPIF',
]);
const pages = new Set(['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'SECTION']);
const contents = new Set(['TOC', 'TOA', 'INDEX']);

/** @param instruction as written between `begin` and `separate` (ISO/IEC 29500-1 §17.16) */
export function fieldKind(instruction: string): FieldKind {
  const written = instruction.trim();
  const [name = ''] = written.toUpperCase().split(/[\s\\]/);
  if (unseen.has(name)) return { is: 'nothing' };
  if (pages.has(name)) return { is: 'lost', kind: 'page-mark' };
  if (contents.has(name)) return { is: 'lost', kind: 'contents-list' };
  if (name === 'EQ') return drawn(written.slice(2));
  if (name === 'SYMBOL') return sign(written);
  if (name === 'HYPERLINK') return link(written);
  if (name === 'MACROBUTTON' || name === 'GOTOBUTTON')
    return { is: 'text', text: /^\S+\s+\S+\s*(.*)$/s.exec(written)?.[1] ?? '' };
  return { is: 'result' };
}

/** `\o\ac(○,3)` draws a sign around another; anything else of EQ is a formula. */
function drawn(instruction: string): FieldKind {
  const over = /^\s*\\o\s*(?:\\a[lcr]\s*)?\(\s*([^,;，]*?)\s*[,;，]\s*(.*?)\s*\)\s*$/su.exec(instruction);
  const [, first = '', second = ''] = over ?? [];
  const ring = /^[○◯〇Oo⃝]$/u;
  if (over !== null && ring.test(first) && second !== '') return { is: 'text', text: circled(second) };
  if (over !== null && ring.test(second) && first !== '') return { is: 'text', text: circled(first) };
  return { is: 'lost', kind: 'equation', words: instruction.trim() };
}

function sign(instruction: string): FieldKind {
  const [, code = ''] = /^SYMBOL\s+(\S+)/i.exec(instruction) ?? [];
  const [, font = 'Symbol'] = /\\f\s*"?([^"\\]+?)"?\s*(?:\\|$)/i.exec(instruction) ?? [];
  const text = /^(?:0x[\da-f]+|\d+)$/i.test(code) ? symbolAt(font, Number(code)) : null;
  if (text !== null) return { is: 'text', text };
  return { is: 'lost', kind: 'lost-text', words: instruction };
}

function link(instruction: string): FieldKind {
  const [, href] =
    /^HYPERLINK\s+"([^"]+)"/i.exec(instruction) ?? /^HYPERLINK\s+([^\s"\\]+)/i.exec(instruction) ?? [];
  return href === undefined ? { is: 'result' } : { is: 'result', href };
}

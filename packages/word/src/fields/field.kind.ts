import { circled } from '../symbols/circled.ts';
import { symbolAt } from '../symbols/symbol.fonts.ts';
import type { LossKindName } from '@towncrier/content/losses';

/**
 * What becomes of a field: its stored result is the text (`result`, with an address for a link) · the text is
 * computed here · it is left out and said so · it shows nothing on paper.
 */
export type FieldKind =
  | { readonly is: 'result'; readonly href?: string }
  | { readonly is: 'text'; readonly text: string; readonly tells?: LossKindName }
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
  if (name === 'EQ' && written.length < 500) return drawn(written.slice(2));
  if (name === 'EQ') return { is: 'lost', kind: 'equation', words: written };
  if (name === 'SYMBOL') return sign(written);
  if (name === 'HYPERLINK') return link(written);
  if (name === 'MACROBUTTON' || name === 'GOTOBUTTON')
    return { is: 'text', text: /^\S+\s+\S+\s*(.*)$/s.exec(written)?.[1] ?? '' };
  return { is: 'result' };
}

const ring = /^[○◯〇Oo⃝]$/u;
const frame = /^[□△◇▢]$/u;

/**
 * Signs over each other: `\o\ac(○,3)` a circled number, `\o\ad(\s\up 9(yí),頤)` a character with its sound above,
 * `\o(\s\up 5(甲局),\s\do 2(乙局))` two lines in one. Anything else of EQ is a formula.
 */
function drawn(instruction: string): FieldKind {
  const bare = instruction.replace(/\\\*\s*(?:"[^"]*"|\S+)/gu, '').trim();
  const inside = /^\\o\s*(?:\\a[dlcr]\s*)?\((.*)\)$/su.exec(bare)?.[1] ?? '';
  const sound = /^\\s\\up\s*\d*\s*\(([^()]*)\)\s*[,;，]\s*([^()\\]+)$/su.exec(inside);
  if (sound !== null)
    return { is: 'text', text: `${sound[2]?.trim()}（${sound[1]?.trim()}）`, tells: 'ruby' };
  const lines = /^\\s\\up\s*\d*\s*\(([^()]*)\)\s*[,;，]\s*\\s\\do\s*\d*\s*\(([^()]*)\)$/su.exec(inside);
  if (lines?.slice(1).every((line) => /\p{Script=Han}/u.test(line)))
    return { is: 'text', text: lines.slice(1).join(' ') };
  const [, first = '', second = ''] = /^\s*([^,;，]*?)\s*[,;，]\s*([^\\]*?)\s*$/su.exec(inside) ?? [];
  for (const [around, sign] of [
    [first, second],
    [second, first],
  ] as const) {
    if (sign !== '' && ring.test(around)) return { is: 'text', text: circled(sign) };
    if (sign !== '' && frame.test(around)) return { is: 'text', text: `（${sign}）` };
  }
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

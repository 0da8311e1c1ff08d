import type { LossKindName } from '@towncrier/content';
import { display } from './display.ts';
import { plain, type Run } from './rich-text.ts';
import { plainStyle, type Style } from './styles.ts';

/** A cell as its sheet spells it. */
export interface Found {
  /** `t`: what `value` means. */
  readonly type: string;
  readonly style: number;
  value: string;
  formula: string;
  readonly runs: readonly Run[];
}

/** What cells refer to. */
export interface Ground {
  readonly strings: readonly (readonly Run[])[];
  readonly styles: readonly Style[];
  readonly from1904: boolean;
}

/** What people see in a cell, and what of it is struck through. */
export interface Cell {
  readonly text: string;
  readonly struck: string;
  /** Why `text` is not all that the cell holds, with the words of it. */
  readonly loss: { readonly kind: LossKindName; readonly words: string } | null;
}

/** Null for an empty cell. */
export function cellOf(found: Found, ground: Ground): Cell | null {
  const style = ground.styles[found.style] ?? plainStyle;
  if (found.type === 's') return ofRuns(ground.strings[Number(found.value)] ?? [], style);
  if (found.type === 'inlineStr') return ofRuns(found.runs, style);
  if (found.value === '')
    return found.formula === '' ? null : lost('formula-without-result', `=${found.formula}`);
  if (found.type === 'e') return lost('lost-cell', found.value);
  return ofShown(shownOf(found, style, ground.from1904), found.value, style);
}

const lost = (kind: LossKindName, words: string): Cell => ({ text: '', struck: '', loss: { kind, words } });

interface Shown {
  readonly text: string;
  readonly faithful: boolean;
}

function shownOf({ type, value }: Found, { format }: Style, from1904: boolean): Shown {
  if (type === 'b') return { text: value === '0' ? 'FALSE' : 'TRUE', faithful: true };
  const number = Number(value);
  if (type === 'str' || type === 'd' || Number.isNaN(number)) return { text: plain(value), faithful: true };
  return display(number, format, from1904);
}

function ofShown({ text, faithful }: Shown, value: string, style: Style): Cell | null {
  if (text === '' && plain(value).trim() === '') return null;
  if (style.struck) return { text: '', struck: text, loss: null };
  if (text === '') return lost('hidden-text', value);
  return { text, struck: '', loss: faithful ? null : { kind: 'cell-format', words: text } };
}

function ofRuns(runs: readonly Run[], style: Style): Cell | null {
  const isStruck = ({ struck }: Run): boolean => struck ?? style.struck;
  const text = wordsOf(runs.filter((run) => !isStruck(run)));
  const struck = wordsOf(runs.filter(isStruck));
  if (text.trim() === '' && struck.trim() === '') return null;
  if (style.format.replaceAll(/\s/gu, '') === ';;;') return lost('hidden-text', text + struck);
  return { text, struck: struck.trim() === '' ? '' : struck, loss: null };
}

const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

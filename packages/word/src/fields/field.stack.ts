import type { LossKindName } from '@towncrier/content/losses';
import { childOf, childrenOf, numberOf, onOff, valueOf, type XmlElement } from '../xml/xml.element.ts';
import { fieldKind, type FieldKind } from './field.kind.ts';

interface Field {
  instruction: string;
  kind: FieldKind | undefined;
  /** Words of a result that is not shown. */
  unseen: string;
  readonly form: XmlElement | undefined;
}

/** What a field gives when it ends. */
export type FieldEnd =
  | { readonly is: 'text'; readonly text: string; readonly tells?: LossKindName }
  | {
      readonly is: 'lost';
      readonly kind: LossKindName;
      readonly words: string;
    };

/** The complex fields that are open at a place; they may reach over paragraphs and stand in one another. */
export class FieldStack {
  private readonly open: Field[] = [];

  begin(mark: XmlElement): void {
    this.open.push({ instruction: '', kind: undefined, unseen: '', form: childOf(mark, 'w:ffData') });
  }

  beginSimple(instruction: string): void {
    this.open.push({ instruction, kind: undefined, unseen: '', form: undefined });
  }

  instruct(words: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && field.kind === undefined) field.instruction += words;
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field !== undefined) field.kind ??= fieldKind(field.instruction);
  }

  /** Is text at this place seen, or part of an instruction or of a result that is not shown? */
  get seen(): boolean {
    return this.open.every(({ kind }) => kind?.is === 'result');
  }

  /** Within the list of contents, paragraphs are neither counted nor numbered. */
  get inContents(): boolean {
    return this.open.some(({ kind }) => kind?.is === 'lost' && kind.kind === 'contents-list');
  }

  get href(): string | undefined {
    return this.open
      .map(({ kind }) => (kind?.is === 'result' ? kind.href : undefined))
      .findLast((h) => h !== undefined);
  }

  /** Text that is not shown belongs to the outermost field that hides it, or to an instruction. */
  hide(words: string): void {
    const field = this.open.find(({ kind }) => kind?.is !== 'result');
    if (field === undefined) return;
    if (field.kind === undefined) field.instruction += words;
    else field.unseen += words;
  }

  /** Forgets fields that never end; gives the words they would have hidden. */
  abandon(): string {
    const hidden = this.open.map(({ kind, instruction, unseen }) =>
      kind === undefined ? instruction : unseen,
    );
    this.open.length = 0;
    return hidden.join('').trim();
  }

  /** Closes the innermost; null when nothing is to be said. */
  end(): FieldEnd | null {
    const field = this.open.pop();
    if (field === undefined) return null;
    const form = formOf(field.form);
    if (form !== null) return { is: 'text', text: form };
    const kind = field.kind ?? fieldKind(field.instruction);
    if (kind.is === 'text') return kind;
    if (kind.is === 'lost') return { is: 'lost', kind: kind.kind, words: kind.words ?? field.unseen };
    // without a result Word shows what it computes itself when the file is opened
    if (kind.is === 'result' && field.kind === undefined && field.instruction.trim() !== '')
      return { is: 'lost', kind: 'lost-text', words: field.instruction };
    return null;
  }
}

/** The boxes and lists of old forms; null for a field that keeps its result as text. */
function formOf(form: XmlElement | undefined): string | null {
  const box = childOf(form, 'w:checkBox');
  if (box !== undefined) return (onOff(box, 'w:checked') ?? onOff(box, 'w:default') ?? false) ? '☑' : '☐';
  const list = childOf(form, 'w:ddList');
  if (list === undefined) return null;
  const chosen = numberOf(valueOf(list, 'w:result')) ?? numberOf(valueOf(list, 'w:default')) ?? 0;
  return childrenOf(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? '';
}

import type { EditionContent, EditionView, Publication } from '../api/hub.types.ts';
import type { Start } from '../unsaved/copy.ts';
import { asWritten, type Attached, type Begun, type Written } from './written.ts';

/** All that stands on the write page. */
export interface Filled {
  readonly written: Partial<Written>;
  readonly attachments: readonly Attached[];
}

/** What an edit began from; it does not move while somebody writes, unless they take in what others saved. */
export interface Beginning {
  /** Null for what has no version yet. */
  readonly from: Start | null;
  readonly base: Filled;
  /** What the form does not show of it. */
  readonly kept: EditionContent | undefined;
}

export function beginningOf(p: Publication | undefined, begun?: Begun): Beginning {
  const edition: EditionView | undefined = p?.editions.at(-1);
  const from =
    p === undefined || edition === undefined
      ? null
      : { version: p.version, contentHash: edition.contentHash };
  return { from, base: { written: asWritten(p, begun), attachments: [] }, kept: edition?.content };
}

/** Whether two forms say the same: an empty field says what an absent one does, and so does what no text shows. */
export const isSame = (a: Filled, b: Filled): boolean => said(a) === said(b);

function said({ written, attachments }: Filled): string {
  const { body, ...rest } = written;
  return plain([rest, body?.document ?? null, attachments.map(({ href, name }) => [href, name])]);
}

/** JSON in one order, without what says nothing. */
export const plain = (value: unknown): string => JSON.stringify(bare(value)) ?? '';

function bare(value: unknown): unknown {
  if (value === '' || value === false || value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((one) => bare(one) ?? null);
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, one]) => [key, bare(one)] as const)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** What a form is to be set to so that it says this and nothing of what stood there before. */
export function overlaid(now: Partial<Written>, next: Partial<Written>): Partial<Written> {
  const { matter = {}, ...rest } = next;
  return {
    ...cleared(now),
    ...rest,
    ...(now.ownWords === undefined ? {} : { ownWords: { ...cleared(now.ownWords), ...next.ownWords } }),
    matter: {
      ...cleared(now.matter ?? {}),
      ...matter,
      fields: { ...cleared(now.matter?.fields ?? {}), ...matter.fields },
    },
  };
}

/** Every field, without its value. */
const cleared = (form: object): Record<string, undefined> =>
  Object.fromEntries(Object.keys(form).map((key) => [key, undefined]));

/** As the hub keeps what began where and says what. */
export const asForm = (base: Filled, form: Filled): string => JSON.stringify({ base, form });

/** Null for what this console cannot read: another one wrote it. */
export function formIn(text: string): { readonly base: Filled; readonly form: Filled } | null {
  const read: unknown = JSON.parse(text);
  const isFilled = (one: unknown): boolean =>
    typeof one === 'object' && one !== null && 'written' in one && 'attachments' in one;
  return typeof read === 'object' && read !== null && 'base' in read && 'form' in read
    ? isFilled(read.base) && isFilled(read.form)
      ? (read as { base: Filled; form: Filled })
      : null
    : null;
}

import type { Omission } from './omission.ts';
import { omissionKinds, type OmissionKind } from './omission.kinds.ts';

/** What is missing, before it is put into words. */
export type Missing = Omit<Omission, 'message' | 'where'>;

/** What a reader does not find, as an editor is told. */
export function omissionWords({ kind, shown, of, excerpt }: Missing): string {
  const { thing, counter }: OmissionKind = omissionKinds[kind];
  if (counter === null) return `没有${thing}“${excerpt}”`;
  if (shown === 0) return `没有${thing}（共${of}${counter}，如“${excerpt}”）`;
  return `${thing}只有${of}${counter}中的${shown}${counter}，缺“${excerpt}”${of - shown > 1 ? '等' : ''}`;
}

import type { Style } from '../styles/style.sheet.ts';

/** What the surroundings of a run say about it. */
export interface Around {
  /** Of its paragraph, nearest first. */
  readonly styles: readonly Style[];
  readonly href: string | undefined;
  /** Is white text seen here, because a cell or a box may be dark? */
  readonly whiteIsSeen: boolean;
}

/** Text that looks like nothing in particular. */
export const plain = {
  is: 'text',
  bold: false,
  underline: false,
  href: undefined,
  height: undefined,
  size: 0,
  red: false,
} as const;

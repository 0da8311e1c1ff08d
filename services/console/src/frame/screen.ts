import type { ReactNode } from 'react';

/**
 * A page of its own, in the menu among the first, in their order, or under a heading. Each subject keeps its
 * pages in `*.screen.tsx` in its own folder, one a file, as `screen`; they are found there.
 */
export interface Screen {
  /** In the address after `#/`. */
  readonly key: string;
  readonly label: string;
  readonly group: '编审' | '目录与期限' | '监督' | '管理' | { readonly first: number };
  readonly Page: () => ReactNode;
}

/** A page about one thing, which the address names behind the key; found like the others. */
export interface ThingScreen {
  readonly key: string;
  /** The page of the menu it belongs to. */
  readonly below: string;
  readonly Page: (props: { readonly id: string }) => ReactNode;
}

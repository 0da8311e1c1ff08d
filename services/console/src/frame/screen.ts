import type { ReactNode } from 'react';

/**
 * A page of its own, in the menu among the first, in their order, or under a heading. Each subject declares its
 * pages in `*.screen.tsx` in its own folder, one a file, as `screen`; they are found there. What they draw is
 * loaded when one goes there.
 */
export interface Screen {
  /** The path of its address. */
  readonly key: string;
  readonly label: string;
  readonly group: '编审' | '目录与期限' | '监督' | '管理' | { readonly first: number };
  readonly load: () => Promise<() => ReactNode>;
}

/** A page about one thing, which the address names behind the key; found like the others. */
export interface ThingScreen {
  readonly key: string;
  /** What the window is called until the page says more. */
  readonly label: string;
  /** The page of the menu it belongs to. */
  readonly below: string;
  readonly load: () => Promise<(props: { readonly id: string }) => ReactNode>;
}

/** A page of its own that is reached from a page of the menu; open to whom that one is open. Found like the others. */
export interface SideScreen {
  readonly key: string;
  readonly label: string;
  /** The page of the menu it belongs to. */
  readonly beside: string;
  /** It has the whole window, without menu and margins. */
  readonly bare?: true;
  readonly load: () => Promise<() => ReactNode>;
}

import type { ReactNode } from 'react';

/**
 * A page of its own in the menu. Each subject keeps its page in `<subject>.screen.tsx` in its own folder; it
 * is found there.
 */
export interface Screen {
  /** In the address after `#/`. */
  readonly key: string;
  readonly label: string;
  /** Heading in the menu under which it stands. */
  readonly group: '编审' | '目录与期限' | '监督' | '管理';
  readonly Page: () => ReactNode;
}

const found = import.meta.glob<{ readonly screen: Screen }>('../*/*.screen.tsx', { eager: true });
export const screens: readonly Screen[] = Object.keys(found)
  .sort()
  .flatMap((path) => found[path]?.screen ?? []);

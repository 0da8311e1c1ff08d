import type { KeyboardEvent as Pressed } from 'react';

/** How it is opened, as a list of keys tells it. */
export const paletteKey = {
  keys: 'Ctrl + K',
  does: '查找：页面、发布件、机构、人员、终端，或要写的公告',
} as const;

/** Ctrl+K, or ⌘K. */
export const opensPalette = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent | Pressed): boolean =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'k';

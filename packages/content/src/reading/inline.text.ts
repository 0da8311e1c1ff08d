import type { Inline } from '@towncrier/contracts';

/** The words of a run of text; a hard break becomes `brk`. */
export const inlineText = (content: readonly Inline[], brk = '\n'): string =>
  content.map((node) => (node.type === 'text' ? node.text : brk)).join('');

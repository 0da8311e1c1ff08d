/** What a converter to HTML needs, without the importers: quick to load in a thread of its own. */
export { escapeHtml, spanOf, tag, voidTag } from './article/markup.ts';
export { lossElement, lossTag } from './import/losses/loss.element.ts';
export type { LossKindName } from './import/losses/loss.kinds.ts';
export { LossList } from './import/losses/loss.list.ts';
export type { Loss } from './import/losses/loss.ts';
export { findDate } from './words/calendar.ts';
export { roman } from './words/roman.ts';

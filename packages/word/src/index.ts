export { readWord, type WordOptions, type WordSource } from './read-word.ts';
export type { Picture } from './read/pictures.ts';
export { WordUnreadable } from './word.unreadable.ts';

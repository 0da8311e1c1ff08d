export { readWordApart, type ApartOptions } from './apart/word.apart.ts';
export type { Picture } from './read/pictures.ts';
export { readWord, type WordOptions, type WordSource } from './read-word.ts';
export { WordUnreadable } from './word.unreadable.ts';

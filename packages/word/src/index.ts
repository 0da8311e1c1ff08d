export type { Crop } from './objects/crop.ts';
export type { DrawObjects, MakePicture, NoPicture, Picture } from './read/pictures.ts';
export { readWord, type WordOptions, type WordSource } from './read-word.ts';
export { WordUnreadable } from './word.unreadable.ts';

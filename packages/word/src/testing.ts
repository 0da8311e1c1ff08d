/** Word documents made in tests, for whoever reads them. */
export { wordFile, type WordFile } from './testing/word.file.ts';
export { barChart, graphic, p, picture, png, r } from './testing/word.markup.ts';

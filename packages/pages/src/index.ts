export { browserFile } from './browser.file.ts';
export { markup } from './markup.ts';

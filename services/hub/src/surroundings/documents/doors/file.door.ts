import type { FileSource } from './file.source.ts';
import type { KeepPicture } from './kept.pictures.ts';
import { readSheetFile } from './sheet.door.ts';
import { readTextFile } from './text.door.ts';
import { readWord } from '../word.import.ts';

/**
 * Whatever an editor chooses as the text of a draft: Word, a spreadsheet, HTML, Markdown, plain text. Its
 * pictures are kept, and named.
 * @throws ProblemError 415 `not-word` · 422 `unreadable`, in words for who chose the file
 */
export async function readFile(name: string, bytes: Uint8Array, pictures: KeepPicture): Promise<FileSource> {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  if (ending === 'docx' || ending === 'doc' || ending === 'wps') return readWord(name, bytes, pictures);
  if (ending === 'xlsx' || ending === 'csv') return readSheetFile(name, bytes);
  return readTextFile(name, bytes, pictures);
}

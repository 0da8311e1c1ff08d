import { segmentWords } from '../words/segment.ts';
import { escapeHtml, voidTag } from './markup.ts';

const closing = /^[，。、；：？！）》」』】〉”’…—·,.;:?!)\]}%]/u;
const opening = /[（《「『【〈“‘([{]$/u;

/** A title that a browser may break between its words (GB/T 9704-2012 7.3.1), beside no mark. No character changes. */
export const articleTitle = (title: string): string => together(title).map(escapeHtml).join(voidTag('wbr'));

/** Words with the marks that must not be parted from them. */
function together(title: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of segmentWords(title)) {
    const last = pieces.at(-1);
    if (last === undefined || !(closing.test(piece) || opening.test(last))) pieces.push(piece);
    else pieces[pieces.length - 1] = last + piece;
  }
  return pieces;
}

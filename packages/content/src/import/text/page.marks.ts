import type { LossList } from '../losses/loss.list.ts';

/** A line drawn with characters, between the parts of a document. */
const drawn = /^[\s─━—\-_=*＿·.…~]{4,}$/u;
/** The number of a page: “—3—”, “- 3 -”, “第3页 共5页”, “3/5”. */
const page = /^(?:[—–-]{1,2}\s*\d{1,4}\s*[—–-]{1,2}|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?)$/u;

/** The lines without page numbers and drawn lines; each is a loss with the words of the line. */
export function withoutPageMarks(lines: readonly string[], losses: LossList): readonly string[] {
  return lines.filter((line, i) => {
    const words = line.trim();
    if (words === '' || !(drawn.test(words) || page.test(words))) return true;
    losses.add('page-mark', `第${i + 1}行`, words);
    return false;
  });
}

import { isDateLine } from '../../words/calendar.ts';
import { halfCells } from '../../words/cells.ts';
import type { LossList } from '../losses/loss.list.ts';

/** Narrower than this no program wraps a page (cells: a Han character has two). */
const narrowest = 40;
/** A wrapped line may be this much (cells) shorter than the page: punctuation that may not begin a line. */
const slack = 5;

const starts =
  /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]+[章节条款]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|附件|抄送|联系|[(（]此件)/u;
const ends = /[。！？；：.!?;:]$/u;

/**
 * Lines that a program broke at the width of its page become paragraphs again: a line as wide as the page goes
 * on in the next, unless that begins something. A text without such lines comes back as it is.
 */
export function joinHardWraps(lines: readonly string[], losses: LossList): readonly string[] {
  const width = pageWidth(lines);
  if (width === null) return lines;
  const indented = lines.filter((line) => /^(?:\u3000{2}|\s{4})\S/u.test(line)).length >= 2;
  const paragraphs: string[][] = [];
  let open = false;
  let count = 0;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const before = last?.at(-1);
    if (open && last !== undefined && before !== undefined && goesOn(before, line, indented)) {
      last.push(`${gapBetween(before, line.trim())}${line.trim()}`);
      count += 1;
    } else paragraphs.push([line.trimEnd()]);
    open = halfCells(line.trimEnd()) >= width - slack;
  }
  if (count > 0) losses.add('joined-lines', '', '', count);
  return paragraphs.map((parts) => parts.join(''));
}

/**
 * How wide (cells) the page is, when it is one: at least three lines end at it in the middle of a sentence,
 * and none is wider.
 */
function pageWidth(lines: readonly string[]): number | null {
  const widths = lines.map((line) => halfCells(line.trimEnd()));
  const width = Math.max(0, ...widths);
  if (width < narrowest || lines.some((line) => line.includes('\t'))) return null;
  const full = lines.filter((line, i) => (widths[i] ?? 0) >= width - slack && !ends.test(line.trimEnd()));
  return full.length >= 3 ? width : null;
}

function goesOn(before: string, line: string, indented: boolean): boolean {
  const words = line.trim();
  if (words === '' || starts.test(words) || isDateLine(words)) return false;
  if (indented) return !/^[\s\u3000]/u.test(line);
  return !/[。！？]$/u.test(before.trimEnd());
}

/** Words of another script are divided where the line was; a number that the line cut is not. */
const gapBetween = (one: string, other: string): string =>
  /[A-Za-z,.]$/.test(one) && /^[A-Za-z\d]/.test(other) ? ' ' : '';

import { openBrackets } from './brackets.ts';
import { graphemes, segmentWords } from './segment.ts';

const kinds =
  /(?:实施细则|实施办法|实施方案|实施意见|行动方案|工作方案|若干措施|管理办法|应急预案|细则|办法|方案|规定|规划|计划|预案|措施|名单|目录|清单|公告|通告|公示|通知)((?:第[\d一二三四五六七八九十百]+号)?(?:[（(][^（()）]*[）)])*)$/u;
const dangling = /(?:[\s，、；：,;:—·]|[与和及或的对在向为等第])+$/u;
const mark = '…';

/**
 * At most `max` UTF-16 units (at least 10) of a title that nothing else made short enough: its beginning up to a
 * word, “…”, and where there is room what it is (实施细则). No word, number or pair of brackets is cut; one that
 * is longer than all the room is left out.
 */
export function cutTitle(title: string, max: number): string {
  if (title.length <= max) return title;
  const tails = tailsOf(title);
  const tail = tails.find((end) => max - end.length - 1 >= max / 3) ?? '';
  const head = beginning(title.slice(0, title.length - (tails[0] ?? '').length), max - tail.length - 1);
  return `${head}${mark}${tail}`;
}

/** The kind of document at the end, with the remark in brackets behind it and without. */
function tailsOf(title: string): readonly string[] {
  const found = kinds.exec(title);
  if (found === null) return [];
  const [whole, remark = ''] = found;
  return remark === '' ? [whole] : [whole, whole.slice(0, -remark.length)];
}

function beginning(text: string, room: number): string {
  const kept = fill(segmentWords(text), room).replace(dangling, '');
  const closed = beforeOpen(kept);
  return closed.length >= room / 3 ? closed : withoutOpen(kept);
}

/** Whole words while there is room. Only a first word of letters longer than the room gives its beginning. */
function fill(words: readonly string[], room: number): string {
  const [first = ''] = words;
  if (first.length > room && !/\d/u.test(first)) return taken(graphemes(first), room);
  return taken(
    words.filter((word) => word.length <= room),
    room,
  );
}

function taken(pieces: readonly string[], room: number): string {
  let kept = '';
  for (const piece of pieces) {
    if (kept.length + piece.length > room) break;
    kept += piece;
  }
  return kept;
}

function beforeOpen(text: string): string {
  const [first] = openBrackets(text);
  return first === undefined ? text : text.slice(0, first).replace(dangling, '');
}

/** The marks alone go; where two numbers would grow together, all from the mark on. */
const withoutOpen = (text: string): string =>
  openBrackets(text).reduceRight((words, at) => {
    const [before, after] = [words.slice(0, at), words.slice(at + 1)];
    return /\d$/u.test(before) && /^\d/u.test(after) ? before : before + after;
  }, text);

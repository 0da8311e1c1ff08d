const kinds =
  '通知|公告|通告|公示|意见|方案|决定|决议|命令|令|公报|议案|报告|请示|批复|函|纪要|办法|规定|细则|规划|计划|要点|指南|说明|规程|预案|名单|目录|须知|提示|预警|倡议书|条例|解读|清单|情况|简报|章程|标准|制度|规范|通报|信';
const complete = new RegExp(`(?:${kinds})(?:[（(][^（()）]{1,20}[)）])?$`, 'u');
/** A title that hands another document on ends with the kind of the one that hands on: 印发…方案的通知. */
const handsOn = /(?:印发|转发|批转|发布|公布)(?!情况)/u;
const handedOn = /的?(?:通知|通报|公告|决定|命令|令|函)(?:[（(][^（()）]{1,20}[)）])?$/u;
const goesOn = /^(?:[（(]|的|及|和|与|暨|》)/u;
const maxTitle = 200;
const maxLines = 6;

/** `complete`: it ends with a kind of document, so it surely is a title. */
export interface FoundTitle {
  readonly text: string;
  readonly lines: number;
  readonly complete: boolean;
}

/**
 * The title at the beginning of these lines; null when the first does not look like one. A title broken over
 * several lines is joined: a line goes on with the next as long as it does not end with a kind of document
 * (通知, 方案 …) but together they do. 印发…方案 goes on until it says what it is itself: 的通知.
 */
export function joinTitle(lines: readonly (string | undefined)[]): FoundTitle | null {
  const [first] = lines;
  if (first === undefined || !titleLike(first)) return null;
  const whole = wholeFrom(first, lines);
  return whole ?? { text: first, lines: 1, complete: isComplete(first) };
}

function wholeFrom(first: string, lines: readonly (string | undefined)[]): FoundTitle | null {
  let text = first;
  let found: FoundTitle | null = isComplete(text) ? { text, lines: 1, complete: true } : null;
  for (let count = 1; count < maxLines; count += 1) {
    const next = lines[count];
    if (next === undefined || !titleLike(next) || text.length + next.length > maxTitle) break;
    if (found !== null && !goesOn.test(next)) break;
    text = joined(text, next);
    if (isComplete(text)) found = { text, lines: count + 1, complete: true };
  }
  return found;
}

function isComplete(text: string): boolean {
  return handsOn.test(text) && /方案|办法|规定|意见|计划|细则|预案|规划/u.test(text)
    ? handedOn.test(text)
    : complete.test(text);
}

/** 开远市水务局关于… → 开远市水务局 */
export function issuerIn(title: string): string | null {
  return (
    /^(.{2,30}?(?:政府|办公室|局|委员会|委|厅|院|所|中心|街道|镇|乡|部|会|公司|处|站|队|指挥部|办事处))关于/u.exec(
      title,
    )?.[1] ?? null
  );
}

export const sameWords = (a: string | undefined, b: string): boolean =>
  a !== undefined && bare(a) === bare(b);

const bare = (text: string): string => text.replace(/[\s\p{P}]/gu, '');

/** The heading of a chapter, whatever its style: 一、…, 第一章, 总体要求. It is never a title. */
export const isChapter = (line: string): boolean =>
  /^(?:[一二三四五六七八九十甲乙丙丁戊己庚辛壬癸]+、|[(（][一二三四五六七八九十\dA-Za-z]+[)）]|[①-⑳㈠-㈩]|\d{1,2}[.．、]|第[一二三四五六七八九十百\d]+[章节编条部])/u.test(
    line,
  ) ||
  /^(?:总体要求|总则|附则|目录|目\s*录|前言|引言|指导思想|基本原则|主要任务|重点任务|保障措施)$/u.test(line);

function titleLike(line: string): boolean {
  return (
    line.length <= maxTitle &&
    !/[。；;：:，,！!]$/u.test(line) &&
    !/[。；]/u.test(line) &&
    !isChapter(line) &&
    !/^[(（]?\d{1,3}[)）.．、]/u.test(line)
  );
}

const joined = (a: string, b: string): string =>
  /[A-Za-z\d]$/.test(a) && /^[A-Za-z\d]/.test(b) ? `${a} ${b}` : a + b;

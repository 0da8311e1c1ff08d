const kinds =
  '通知|公告|通告|公示|意见|方案|决定|决议|命令|令|公报|议案|报告|请示|批复|函|纪要|办法|规定|细则|规划|计划|要点|指南|说明|规程|预案|名单|目录|须知|提示|预警|倡议书|条例|解读|清单|情况|简报|章程|标准|制度|规范|通报|信';
const complete = new RegExp(`(?:${kinds})(?:[（(][^（()）]{1,20}[)）])?$`, 'u');
const maxTitle = 120;
const maxLines = 3;

/** `complete`: it ends with a kind of document, so it surely is a title. */
export interface FoundTitle {
  readonly text: string;
  readonly lines: number;
  readonly complete: boolean;
}

/**
 * The title at the beginning of these lines; null when the first does not look like one. A title broken over
 * two or three lines
 * is joined: a line goes on with the next as long as it does not end with a kind of document (通知, 方案 …)
 * but together they do.
 */
export function joinTitle(lines: readonly (string | undefined)[]): FoundTitle | null {
  const [first] = lines;
  if (first === undefined || !titleLike(first)) return null;
  let text = first;
  for (let count = 1; count < maxLines && !complete.test(text); count += 1) {
    const next = lines[count];
    if (next === undefined || !titleLike(next) || text.length + next.length > maxTitle) break;
    text = joined(text, next);
    if (complete.test(text)) return { text, lines: count + 1, complete: true };
  }
  return { text: first, lines: 1, complete: complete.test(first) };
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

function titleLike(line: string): boolean {
  return (
    line.length <= maxTitle &&
    !/[。；;：:，,！!]$/u.test(line) &&
    !/[。；]/u.test(line) &&
    !/^(?:[一二三四五六七八九十]+、|[(（]?\d{1,3}[)）.．、])/u.test(line)
  );
}

const joined = (a: string, b: string): string =>
  /[A-Za-z\d]$/.test(a) && /^[A-Za-z\d]/.test(b) ? `${a} ${b}` : a + b;

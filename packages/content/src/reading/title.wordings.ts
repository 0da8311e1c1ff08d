import { bracketsClose } from '../words/brackets.ts';
import { segmentWords } from '../words/segment.ts';

const organs = '政府|办公室|办|局|委员会|委|厅|院|所|中心|街道|镇|乡|村|社区|部|会|党组|公司|处|站|队|指挥部';
const issuerBefore = new RegExp(`^(?:[^、]{2,40}(?:${organs})、)*.{2,40}?(?:${organs})(?=关于)`, 'u');

/** 开远市水务局关于… → 关于…; several bodies that speak together likewise. */
export const withoutIssuer = (title: string): string => title.replace(issuerBefore, '');

const about =
  /^关于(.{4,}?)的(?:补充|紧急)?(?:通知|公告|通告|公示|函|批复|(?:实施|指导|若干)?意见|决定|通报|提示)((?:[（(][^（()）]{1,30}[）)])?)$/u;
const handedOn = /^(?:印发|公布|发布|公开)(?=.{4})/u;
const passedOn = /^(?:转发|批转)(?:[^《》]{2,150}?等(?:部门|单位)|(?=《)|)(?=.{4})/u;
const forComment = /[（(]征求意见稿[）)](?=.*征求意见)/u;
const quoted = /《([^《》]*)》/gu;
const emptyVerbs = /^(?:(?:进一步|切实|深入|全面|组织开展|开展|做好|加快推进)+)(?=.{6})/u;
const emptyEnd = /(?:有关|相关)(?:事项|事宜|问题|情况|工作)$/u;
const place = /^.{2,6}?[省市县区州]/u;

/** （试行）, （2026年修订） at the end: the last that may go. */
export const withoutRemarks = (words: string): string => words.replace(/(?:[（(][^（()）]*[）)])+$/u, '');

type Shorten = (words: string, issuer: string) => string;

/** What a title can do without, the least telling first; each works on what those before it left. */
const shortenings: readonly Shorten[] = [
  (words) => words.replace(handedOn, '').replace(passedOn, ''),
  (words) => words.replace(forComment, ''),
  (words, issuer) => withoutPlace(words, issuer),
  (words) => words.replace(quoted, '$1'),
  (words) => words.replace(emptyEnd, ''),
  (words) => words.replace(emptyVerbs, ''),
];

/** Fewer characters than these say nothing. */
const least = 4;

/**
 * Ever shorter wordings of a title, the fullest first: without the issuer, then only what it is about, then
 * without what goes without saying. Years and numbers (2026年, 第3号) stay as long as there is room. Nothing is cut:
 * every wording is the title with whole parts taken out.
 */
export function titleWordings(title: string, issuer: string): readonly string[] {
  const bare = withoutIssuer(title);
  const [, matter = bare, remark = ''] = about.exec(bare) ?? [];
  const states = shortenings.reduce<readonly string[]>(
    (done, shorten) => [...done, shorten(done.at(-1) ?? '', issuer)],
    [matter],
  );
  const wordings = [title, bare, ...withRemark(states, remark)];
  const sound = (wording: string): boolean =>
    wording.length >= least &&
    (bracketsClose(wording) || !bracketsClose(title)) &&
    numbersOf(wording).every((number) => numbersOf(title).includes(number));
  return [...new Set(wordings)].filter((wording, i) => i === 0 || sound(wording));
}

const numbersOf = (words: string): readonly string[] => words.match(/\d+/gu) ?? [];

/** A remark that numbers or dates it （第3号） outlasts everything; any other （试行） goes with the next step. */
function withRemark(states: readonly string[], remark: string): readonly string[] {
  const remarked = states.map((words) => words + remark);
  return /[\d〇一二三四五六七八九十][年号期]/u.test(remark)
    ? [...remarked, ...states]
    : states.flatMap((words, i) => [remarked[i] ?? words, words]);
}

/** The own county in front goes without saying, and only as a word: 开远市民公约 does not begin with it. */
function withoutPlace(words: string, issuer: string): string {
  const [own] = place.exec(issuer) ?? [];
  if (own === undefined) return words;
  const [open] = /^《?/u.exec(words) ?? [''];
  const rest = words.slice(open.length);
  return rest.startsWith(own) && rest.length - own.length >= least && endsWord(rest, own.length)
    ? open + rest.slice(own.length)
    : words;
}

function endsWord(text: string, at: number): boolean {
  let end = 0;
  for (const piece of segmentWords(text)) {
    if (end >= at) break;
    end += piece.length;
  }
  return end === at;
}

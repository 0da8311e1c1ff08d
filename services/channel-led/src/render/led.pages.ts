import {
  type Bound,
  breakLines,
  brief,
  cutAtClause,
  cutAtWord,
  endingWords,
  type Finding,
  graphemes,
  ownField,
  ownWordsIn,
  shortTitle,
  type WithdrawalNotice,
  writtenFor,
} from '@towncrier/content';
import type { Edition } from '@towncrier/contracts';
import { evenLines } from './even.lines.ts';
import { closingLines, closingWords, sourceWithin, type Closing } from './strip.closing.ts';

/** A screen as a grid of full-width cells; a half-width character takes half a cell. */
export interface LedProfile {
  /** `strip`: a few lines, carries the short text. `screen`: room for title and summary. */
  readonly kind: 'strip' | 'screen';
  readonly cols: number;
  readonly rows: number;
  readonly pages: Bound;
  readonly title: Bound;
  /** The lines are shared out evenly among the pages, so that the last one is not left with one. */
  readonly even?: boolean;
  /** A strip ends with who speaks at its left edge and where all of it stands at its right. */
  readonly settled?: boolean;
  readonly dwell: { readonly minMs: number; readonly msPerCharacter: number; readonly source: string };
}

const dwell = {
  minMs: 3000,
  msPerCharacter: 250,
  source: 'four characters a second, nothing under three seconds',
};
export const ledStripProfile: LedProfile = {
  kind: 'strip',
  cols: 24,
  rows: 4,
  title: { max: 24, unit: '字', source: 'one line of a 24-cell strip' },
  dwell,
  pages: { max: 3, unit: 'pages', source: 'a passer-by sees one round' },
};
export const ledScreenProfile: LedProfile = {
  kind: 'screen',
  cols: 24,
  rows: 12,
  title: { max: 60, unit: '字', source: 'two lines of a screen a hall wide' },
  dwell,
  pages: { max: 4, unit: 'pages', source: 'a passer-by sees one round' },
};

export interface LedPage {
  readonly lines: readonly string[];
  readonly dwellMs: number;
}
export interface LedPages {
  /** The words of the first lines, for a screen that sets its title apart. */
  readonly heading: string;
  /** What follows the heading, before it was broken into lines. */
  readonly paragraphs: readonly string[];
  readonly pages: readonly LedPage[];
  /** The same words on one line, for cards that only scroll. */
  readonly text: string;
}

/**
 * Title, essentials and whole sentences of the notice, each on a line of its own; a strip also says who speaks, and
 * where all of it stands. Only time, place, end and telephone ask for another page; the rest fills what is there.
 */
export function renderLed(edition: Edition, profile: LedProfile = ledStripProfile): LedPages {
  const known = laidOut.get(edition) ?? new Map<string, LedPages>();
  laidOut.set(edition, known);
  const key = JSON.stringify(profile);
  const pages = known.get(key) ?? laid(edition, profile);
  known.set(key, pages);
  return pages;
}

/** What follows the title, a line for each piece: without why it was corrected, and what a strip ends with. */
export function toldOn(edition: Edition, profile: LedProfile): string {
  const { heading, paragraphs } = renderLed(edition, profile);
  const closing = closingOf(edition, heading, profile);
  const end = closing === null ? [] : closingWords(closing);
  const lead = edition.corrects === undefined ? null : leadOf(edition.corrects.reason);
  return paragraphs.filter((words) => words !== lead && !end.includes(words)).join('\n');
}

/** Check, drawing and picture of one edition ask for the same pages. */
const laidOut = new WeakMap<Edition, Map<string, LedPages>>();

/** The part that an editor may write for screens alone: what follows the title, a line for each piece. */
export const ownText = { channel: 'led', part: 'text' };

function laid(edition: Edition, profile: LedProfile): LedPages {
  const fits = (words: string): boolean =>
    ownPages(edition, words, profile).pages.length <= profile.pages.max;
  const own = ownWordsIn(edition, { ...ownText, fits });
  return own === null ? composed(edition, profile) : ownPages(edition, own, profile);
}

function ownPages(edition: Edition, words: string, profile: LedProfile): LedPages {
  const lay = (heading: string): LedPages =>
    setter(profile)(heading, words.split('\n'), closingOf(edition, heading, profile));
  const whole = lay(headingOf(edition, profile.title.max));
  return whole.pages.length <= profile.pages.max ? whole : lay(headingOf(edition, leastTitle(profile)));
}

function composed(edition: Edition, profile: LedProfile): LedPages {
  const whole = headed(edition, headingOf(edition, profile.title.max), profile);
  return whole.pages.length <= profile.pages.max
    ? whole
    : headed(edition, headingOf(edition, leastTitle(profile)), profile);
}

function headed(edition: Edition, heading: string, profile: LedProfile): LedPages {
  const { content, corrects, urgent } = edition;
  const lead = corrects === undefined ? [] : [leadOf(corrects.reason)];
  const closing = closingOf(edition, heading, profile);
  const set = setter(profile);
  const lay = (statements: readonly string[]): LedPages => set(heading, [...lead, ...statements], closing);
  let needed = 1;
  const statements = brief(content, heading, (tried, kept) => {
    const count = lay(tried).pages.length;
    // whatever comes first is worth a page: a title alone tells nothing
    const mayAsk = kept || tried.length === 1;
    if (count > (mayAsk ? profile.pages.max : needed)) return false;
    needed = Math.max(needed, count);
    return true;
  });
  const told = lay(statements);
  return told.pages.length <= profile.pages.max || urgent !== true ? told : set(heading, []);
}

const leadOf = (reason: string): string => `更正：${reason}`;

/** A full-colour screen has its issuer at the foot and a code beside the words. */
function closingOf(
  { content, links }: Edition,
  heading: string,
  { kind, cols, settled = false }: LedProfile,
): Closing | null {
  if (kind === 'screen') return null;
  const { issuer } = content.header;
  const { host } = new URL(links.page);
  return {
    issuer: heading.includes(issuer) ? null : issuer,
    source: settled ? sourceWithin(host, cols) : `全文见${host}`,
  };
}

function headingOf(edition: Edition, max: number): string {
  const mark = edition.corrects === undefined ? '' : '【更正】';
  return `${mark}${shortTitle(edition, max).text}`;
}

/** What a screen has room for whatever else gives way: half of it, so that the first words follow. */
const leastTitle = ({ cols, rows, pages, title: { max } }: LedProfile): number =>
  Math.max(10, Math.min(max, Math.floor((cols * rows * pages.max) / 2)));

export function checkLed(edition: Edition, profile: LedProfile = ledStripProfile): readonly Finding[] {
  const { pages } = renderLed(edition, profile);
  if (pages.length <= profile.pages.max) return [];
  if (edition.urgent !== true && writtenFor(edition.content, ownText.channel, ownText.part) !== null)
    return [
      {
        field: ownField(ownText),
        message: `改写的屏幕文字在${profile.cols}字宽的屏上要${pages.length}页，最多${profile.pages.max}页。`,
        remedy: '请缩短，或恢复继承。',
      },
    ];
  return [
    {
      field: 'title',
      message: `这块屏要${pages.length}页才放得下，最多${profile.pages.max}页。`,
      remedy: '请填写更短的短标题。',
    },
  ];
}

/** Shown in place of what was withdrawn. */
export function ledWithdrawal(withdrawal: WithdrawalNotice, profile: LedProfile = ledStripProfile): LedPages {
  const { mark, why } = endingWords(withdrawal.act);
  const heading = `【${mark}】${cutAtWord(withdrawal.title, profile.title.max)}`;
  const set = setter(profile);
  const told = (reason: string): LedPages => set(heading, reason === '' ? [] : [`${why}：${reason}`]);
  let kept = withdrawal.reason;
  while (told(kept).pages.length > profile.pages.max && kept !== '')
    kept = cutAtClause(kept, Math.min(kept.length - 1, kept.length - Math.floor(profile.cols / 2)));
  return told(kept);
}

type SetPages = (heading: string, words: readonly string[], closing?: Closing | null) => LedPages;

/** Breaks words into lines, and lines into pages; the same words are broken once. */
function setter(profile: LedProfile): SetPages {
  const { kind, cols, rows, settled = false } = profile;
  const lineUp = settled && kind === 'strip' ? evenLines : breakLines;
  const broken = new Map<string, readonly string[]>();
  const linesOf = (paragraph: string): readonly string[] => {
    const lines = broken.get(paragraph) ?? lineUp(paragraph, cols);
    broken.set(paragraph, lines);
    return lines;
  };
  return (heading, words, closing = null) => {
    const body = [heading, ...words].flatMap(linesOf);
    const end = closing === null ? [] : closingWords(closing);
    const lines =
      settled && closing !== null
        ? [...body, ...closingLines(closing, { cols, rows, before: body.length })]
        : [...body, ...end.flatMap(linesOf)];
    const pages = pagesOf(lines, profile).map((some) => page(some, profile));
    const paragraphs = [...words, ...end];
    const text = [heading, ...paragraphs]
      .join('　')
      .replace(/\s+/gu, (blank) => (blank.includes('　') ? '　' : ' '));
    return { heading, paragraphs, pages, text };
  };
}

function pagesOf(
  lines: readonly string[],
  { rows, even = false }: LedProfile,
): readonly (readonly string[])[] {
  const count = Math.ceil(lines.length / rows);
  const [share, more] = [Math.floor(lines.length / count), lines.length % count];
  const pages: (readonly string[])[] = [];
  for (let from = 0; from < lines.length;) {
    const size = even ? share + (pages.length < more ? 1 : 0) : rows;
    pages.push(lines.slice(from, from + size));
    from += size;
  }
  return pages;
}

function page(lines: readonly string[], { dwell: { minMs, msPerCharacter } }: LedProfile): LedPage {
  const characters = graphemes(lines.join('').replace(/\s/gu, '')).length;
  return { lines, dwellMs: Math.max(minMs, characters * msPerCharacter) };
}

import {
  type Bound,
  breakLines,
  cutAtClause,
  cutAtWord,
  endingWords,
  factsBeside,
  type Finding,
  graphemes,
  rareNote,
  shortTitle,
  summarise,
  type WithdrawalNotice,
} from '@towncrier/content';
import type { Edition } from '@towncrier/contracts';

/** A screen as a grid of full-width cells; a half-width character takes half a cell. */
export interface LedProfile {
  /** `strip`: a few lines, carries the short text. `screen`: room for title and summary. */
  readonly kind: 'strip' | 'screen';
  readonly cols: number;
  readonly rows: number;
  readonly pages: Bound;
  readonly title: Bound;
  readonly summary: Bound;
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
  title: { max: 24, unit: 'UTF-16 units', source: 'one line of a 24-cell strip' },
  dwell,
  pages: { max: 3, unit: 'pages', source: 'a passer-by sees one round' },
  summary: { max: 80, unit: 'UTF-16 units', source: 'one page of a 384×64 strip' },
};
export const ledScreenProfile: LedProfile = {
  kind: 'screen',
  cols: 24,
  rows: 12,
  title: { max: 60, unit: 'UTF-16 units', source: 'two lines of a screen a hall wide' },
  dwell,
  pages: { max: 4, unit: 'pages', source: 'a passer-by sees one round' },
  summary: { max: 400, unit: 'UTF-16 units', source: 'two pages of a full screen' },
};

export interface LedPage {
  readonly lines: readonly string[];
  readonly dwellMs: number;
}
export interface LedPages {
  /** The words of the first lines, for a screen that sets its title apart. */
  readonly heading: string;
  readonly pages: readonly LedPage[];
  /** The same words on one line, for cards that only scroll. */
  readonly text: string;
  readonly notes: readonly Finding[];
}

export function renderLed(edition: Edition, profile: LedProfile = ledStripProfile): LedPages {
  const { content, corrects } = edition;
  const correction = corrects === undefined ? [] : [`更正：${corrects.reason}`];
  const summary = summarise(content, profile.summary.max);
  const closing = [...factsBeside(content, summary), `全文见${new URL(edition.links.page).host}`];
  const fits = ({ pages }: LedPages): boolean => pages.length <= profile.pages.max;
  const whole = paged(headingOf(edition, profile.title.max), correction, summary, closing, profile);
  if (fits(whole)) return whole;
  const least = headingOf(edition, leastTitle(profile));
  const shorter = paged(least, correction, summary, closing, profile);
  return fits(shorter) || edition.urgent !== true ? shorter : paged(least, [], summary, [], profile);
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
  return paged(
    `【${mark}】${cutAtWord(withdrawal.title, profile.title.max)}`,
    [],
    `${why}：${withdrawal.reason}`,
    [],
    profile,
  );
}

function paged(
  heading: string,
  lead: readonly string[],
  summary: string,
  closing: readonly string[],
  profile: LedProfile,
): LedPages {
  const lay = (words: string): readonly string[] =>
    [heading, ...lead, words, ...closing].flatMap((paragraph) => breakLines(paragraph, profile.cols));
  const room = profile.pages.max * profile.rows;
  let kept = summary;
  while (lay(kept).length > room && kept !== '')
    kept = cutAtClause(kept, Math.min(kept.length - 1, kept.length - Math.floor(profile.cols / 2)));
  const lines = lay(kept);
  const pages: LedPage[] = [];
  for (let from = 0; from < lines.length; from += profile.rows)
    pages.push(page(lines.slice(from, from + profile.rows), profile));
  const text = [heading, ...lead, kept, ...closing]
    .filter((words) => words !== '')
    .join('　')
    .replace(/\s+/gu, (blank) => (blank.includes('　') ? '　' : ' '));
  const notes =
    kept === summary
      ? []
      : [
          {
            field: 'summary',
            message: '屏幕放不下完整摘要，已在词语处截断。',
            remedy: '如需换一种说法，请填写更短的摘要。',
          },
        ];
  return { heading, pages, text, notes: [...notes, ...rareNote(text, 'LED 屏')] };
}

function page(lines: readonly string[], { dwell: { minMs, msPerCharacter } }: LedProfile): LedPage {
  const characters = graphemes(lines.join('').replace(/\s/gu, '')).length;
  return { lines, dwellMs: Math.max(minMs, characters * msPerCharacter) };
}

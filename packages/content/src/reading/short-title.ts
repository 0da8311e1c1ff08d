import type { Edition, EditionContent } from '@towncrier/contracts';
import type { Finding } from '../finding.ts';
import { cutAtWord } from '../words/cut.ts';
import { warningTitle } from './warning.ts';

export type ShortTitle =
  | { readonly fits: true; readonly text: string }
  | { readonly fits: false; readonly finding: Finding };

/** The words, and whether they may be shortened by rule. */
export type Titled = Pick<Edition, 'content' | 'urgent'>;

const issuerBefore =
  /^.{2,40}?(?:政府|办公室|办|局|委员会|委|厅|院|所|中心|街道|镇|乡|村|社区|部|会|党组|公司|处|站|队|指挥部)(?=关于)/u;

/** 开远市水务局关于… → 关于… */
export const withoutIssuer = (title: string): string => title.replace(issuerBefore, '');

/**
 * As `shortTitle`, for channels that show the issuer elsewhere (a signature, an account name): without it
 * wherever it leads the title.
 */
export const briefTitle = (edition: Titled, max: number): ShortTitle =>
  shortest(edition, withoutIssuer(edition.content.title), max);

/**
 * A title of at most `max` UTF-16 units: the editor's short title, else the title, else the title without the
 * issuer that the channel shows anyway, else what the document is about. Never cut: a title that does not fit
 * is the editor's to shorten. Only a warning (event, level and area) and what is urgent (at a word) are
 * shortened by rule: nobody has the time to do it, and the whole title stands where the full text is.
 */
export const shortTitle = (edition: Titled, max: number): ShortTitle =>
  shortest(edition, edition.content.title, max);

function shortest({ content, urgent }: Titled, title: string, max: number): ShortTitle {
  const written = content.shortTitle;
  const found = (written === undefined ? candidates(title) : [written]).find(
    (candidate) => candidate.length <= max,
  );
  if (found !== undefined) return { fits: true, text: found };
  if (content.warning !== undefined) return { fits: true, text: warningTitle(content.warning, max) };
  if (urgent === true) return { fits: true, text: cutAtWord(written ?? title, max) };
  return { fits: false, finding: tooLong(content, max) };
}

function tooLong({ title, shortTitle: written }: EditionContent, max: number): Finding {
  const field = written === undefined ? 'title' : 'shortTitle';
  const name = written === undefined ? '标题' : '短标题';
  const length = (written ?? title).length;
  return {
    field,
    message: `${name}有${length}个字，这里最多${max}个字。`,
    remedy: written === undefined ? `请填写不超过${max}个字的短标题。` : `请把短标题缩短到${max}个字以内。`,
  };
}

function candidates(title: string): readonly string[] {
  const bare = withoutIssuer(title);
  const subject = /^关于(?:印发|公布|发布|转发)?《?(.{4,}?)》?的(?:通知|公告|通告|公示|函|批复|意见)$/u.exec(
    bare,
  )?.[1];
  return subject === undefined ? [title, bare] : [title, bare, subject];
}

import type { Edition, EditionContent } from '@towncrier/contracts';
import type { Finding } from '../finding.ts';
import { cutTitle } from '../words/cut.title.ts';
import { titleWordings, withoutIssuer, withoutRemarks } from './title.wordings.ts';
import { warningTitle } from './warning.ts';

export interface ShortTitle {
  /** At most as long as was asked for. */
  readonly text: string;
  /** No wording was short enough: it ends in “…”, and the editor should see it. */
  readonly cut: boolean;
}

/** The words that a title is made of. */
export type Titled = Pick<Edition, 'content'>;

/**
 * A title of at most `max` UTF-16 units (at least 10): the editor's short title where it fits, else the title,
 * else the fullest wording of it that fits (`titleWordings`), else its beginning. A warning is called by event,
 * level and area. A long title never stops anything: the whole one stands where the full text is.
 */
export const shortTitle = ({ content }: Titled, max: number): ShortTitle =>
  shortest(content, content.title, max);

/**
 * What the title is about, for texts that name the issuer themselves, the fullest first: without the issuer and
 * without 关于…的通知, then ever shorter, none longer than `max` UTF-16 units. The editor's short title and what a
 * warning is called are the only ones of theirs.
 */
export function matterTitles({ content }: Titled, max: number): readonly [string, ...string[]] {
  const { shortTitle: written, header, title, warning } = content;
  const { text } = shortest(content, written ?? withoutIssuer(title), max);
  if (written !== undefined || warning !== undefined) return [text];
  const isMatter = (wording: string): boolean =>
    wording.length <= max && !wording.startsWith('关于') && wording === withoutIssuer(wording);
  const [first = text, ...others] = titleWordings(title, header.issuer).filter(isMatter);
  return [first, ...others];
}

function shortest(
  { shortTitle: written, header, warning }: EditionContent,
  title: string,
  max: number,
): ShortTitle {
  if (written !== undefined && written.length <= max) return { text: written, cut: false };
  if (warning !== undefined && (written ?? title).length > max)
    return { text: warningTitle(warning, max), cut: false };
  const wordings = titleWordings(written ?? title, header.issuer);
  const last = wordings.at(-1) ?? title;
  const found = [...wordings, withoutRemarks(last)].find(
    (wording) => wording !== '' && wording.length <= max,
  );
  return found === undefined ? { text: cutTitle(last, max), cut: true } : { text: found, cut: false };
}

/** What the editor is told where a title had to be cut for a place of `max` UTF-16 units. */
export function cutTitleFinding({ content }: Titled, max: number, where: string): Finding | null {
  const { text, cut } = shortTitle({ content }, max);
  if (!cut) return null;
  const [field, name] = content.shortTitle === undefined ? ['title', '标题'] : ['shortTitle', '短标题'];
  return {
    field,
    message: `${name}有${(content.shortTitle ?? content.title).length}个字，${where}最多${max}个字，将显示为“${text}”。`,
    remedy: `如不合适，请填写不超过${max}个字的短标题。`,
  };
}

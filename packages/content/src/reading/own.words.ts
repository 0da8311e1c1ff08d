import type { Edition, EditionContent, OwnWords } from '@towncrier/contracts';
import { cleanLine } from '../clean-text.ts';
import { hashText } from '../hash.ts';
import { canonicalJson } from '../canonical-json.ts';

/** What an editor hands in; words without a hash are for the text that they come with. */
export type GivenOwnWords = Omit<OwnWords, 'against'> & { readonly against?: string | undefined };

/** Own words of a part, as the channel finds them in an edition. */
export interface Asked {
  readonly channel: string;
  readonly part: string;
  /** Whether there is room for them. */
  readonly fits: (words: string) => boolean;
}

/**
 * What was written for a part of a channel alone; null where it follows the main text. What is urgent is stopped by
 * nothing, so what has no room, and what nobody has compared with the text since it changed, follows the main text.
 */
export function ownWordsIn({ content, urgent }: Edition, { channel, part, fits }: Asked): string | null {
  const words = writtenFor(content, channel, part);
  if (words === null || urgent !== true) return words;
  return isForAnother(content, { channel, part }) || !fits(words) ? null : words;
}

/** Whether words of a part were written for a text that is another by now. */
export const isForAnother = (content: EditionContent, of: Pick<OwnWords, 'channel' | 'part'>): boolean =>
  content.ownWords?.some(
    ({ channel, part, against }) =>
      channel === of.channel && part === of.part && against !== mainTextHash(content),
  ) ?? false;

/** As `ownWordsIn`, whether they fit or not: for the check. Blank words say nothing. */
export function writtenFor(
  content: Pick<EditionContent, 'ownWords'>,
  channel: string,
  part: string,
): string | null {
  const words = content.ownWords?.find((one) => one.channel === channel && one.part === part)?.words ?? '';
  return words.trim() === '' ? null : words;
}

/** The name of the place in an edition where the words of a part stand. */
export const ownField = ({ channel, part }: Pick<OwnWords, 'channel' | 'part'>): string =>
  `ownWords.${channel}.${part}`;

/** SHA-256 (hex) over what texts of channels are made of. Who filed it under what number changes none of them. */
export function mainTextHash(content: EditionContent): string {
  const { title, shortTitle, summary, essentials, publicNotice, warning, body, header } = content;
  const { issuer } = header;
  const told = { title, shortTitle, summary, essentials, publicNotice, warning, body, issuer };
  return hashText(canonicalJson(JSON.parse(JSON.stringify(told))).normalize('NFC'));
}

/** The content with these own words: clean lines, one entry for each part, in one order. */
export function withOwnWords(content: EditionContent, given: readonly GivenOwnWords[]): EditionContent {
  const { ownWords: _before, ...main } = content;
  const hash = mainTextHash(main);
  const byField = new Map(
    given.map(({ channel, part, words, against = hash }) => [
      ownField({ channel, part }),
      { channel, part, words: cleanLines(words), against },
    ]),
  );
  const ownWords = [...byField].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return ownWords.length === 0 ? main : { ...main, ownWords };
}

const cleanLines = (words: string): string =>
  words
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '')
    .join('\n');

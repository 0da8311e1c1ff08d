import type { Edition } from '@towncrier/contracts';
import {
  type Bound,
  brief,
  cutAtClause,
  cutAtWord,
  endingWords,
  type Finding,
  matterTitles,
  ownField,
  ownWordsIn,
  speakerBefore,
  type WithdrawalNotice,
  writtenFor,
} from '@towncrier/content';

export interface SmsProfile {
  /** Name registered with the carriers, without the brackets. They count as text. */
  readonly signature: string;
  /**
   * Fixed words at the end, where the provider's template forbids addresses; null ends with the address of
   * the page.
   */
  readonly ending: string | null;
  readonly single: Bound;
  readonly part: Bound;
  readonly fragments: Bound;
  /** More than these are paid for only where time, place or telephone need them. */
  readonly usual: Bound;
  readonly title: Bound;
}

const segmentation = '3GPP TS 23.040 §9.2.3.24.1: UCS-2, six-octet header in each part';
export const smsProfile: SmsProfile = {
  signature: '开远市人民政府',
  ending: null,
  single: { max: 70, unit: 'UTF-16 units', source: segmentation },
  part: { max: 67, unit: 'UTF-16 units', source: segmentation },
  fragments: { max: 3, unit: 'fragments', source: 'the county pays per fragment' },
  usual: { max: 2, unit: 'fragments', source: 'what a notice costs as a rule' },
  title: { max: 64, unit: '字', source: 'leaves room for signature and link in two fragments' },
};

export interface SmsText {
  /** What a phone shows: 【signature】, `variable` and `ending`. */
  readonly text: string;
  /** The words that differ from message to message: what goes into a provider's template. */
  readonly variable: string;
  readonly ending: string;
  readonly fragments: readonly string[];
  /** How many brackets 【】 of the words became 〔〕: a second pair would be read as a signature. */
  readonly changed: number;
}

/**
 * Who speaks, what about, then the essentials and whole sentences of the notice as long as there is room, and where
 * all of it stands. Time, place and telephone may take a third fragment, nothing else.
 */
export function renderSms(edition: Edition, profile: SmsProfile = smsProfile): SmsText {
  const own = ownWordsIn(edition, {
    ...ownText,
    fits: (words) => ownSms(edition, words, profile).fragments.length <= profile.fragments.max,
  });
  return own === null ? composedOf(edition, profile) : ownSms(edition, own, profile);
}

/** The part that an editor may write for messages alone: all between the signature and the address. */
export const ownText = { channel: 'sms', part: 'text' };
const correcting = '更正：';

function ownSms({ corrects, links }: Edition, words: string, profile: SmsProfile): SmsText {
  const mark = corrects === undefined || words.startsWith('更正') ? '' : correcting;
  return around(`${mark}${ended(oneLine(words))}`, words, { link: links.page, profile });
}

/** What an editor would begin with: the own words that stand there, or those of a message without its mark. */
export function partOf({ content }: Edition, variable: string): string {
  const own = writtenFor(content, ownText.channel, ownText.part);
  if (own !== null && variable.includes(ended(oneLine(own)))) return own;
  return variable.startsWith(correcting) ? variable.slice(correcting.length) : variable;
}

function composedOf(edition: Edition, profile: SmsProfile): SmsText {
  const [title, ...shorter] = matterTitles(edition, profile.title.max);
  const fullest = withTitle(edition, title, profile);
  if (isUsual(fullest, profile)) return fullest.message;
  for (const matter of shorter) {
    const tried = withTitle(edition, matter, profile);
    if (isUsual(tried, profile)) return tried.message;
  }
  return fullest.message;
}

interface Tried {
  readonly message: SmsText;
  /** Whether all is there that must be. */
  readonly complete: boolean;
}

const isUsual = ({ message, complete }: Tried, { usual }: SmsProfile): boolean =>
  complete && message.fragments.length <= usual.max;

function withTitle(edition: Edition, matter: string, profile: SmsProfile): Tried {
  const { content, corrects, links } = edition;
  const openingOf = (speaker: string): string =>
    corrects === undefined
      ? `${speaker}${matter}`
      : `更正：${speaker}${matter}（${cutAtWord(corrects.reason, 40)}）`;
  const named = content.header.issuer === profile.signature ? '' : speakerBefore(matter, content);
  const hasRoom = (first: string): boolean => composed([], first).fragments.length <= profile.usual.max;
  let complete = true;
  const composed = (statements: readonly string[], first = opening): SmsText =>
    compose([first, ...statements], links.page, profile);
  const opening = openingOf(hasRoom(openingOf(named)) ? named : '');
  const statements = brief(content, opening, (tried, kept) => {
    const { max } = kept ? profile.fragments : profile.usual;
    const fits = composed(tried).fragments.length <= max;
    if (kept && !fits) complete = false;
    return fits;
  });
  return { message: composed(statements), complete };
}

export function checkSms(edition: Edition, profile: SmsProfile = smsProfile): readonly Finding[] {
  const { fragments, text } = renderSms(edition, profile);
  if (fragments.length <= profile.fragments.max) return [];
  if (edition.urgent !== true && writtenFor(edition.content, ownText.channel, ownText.part) !== null)
    return [
      {
        field: ownField(ownText),
        message: `改写的短信要分成${fragments.length}条，最多${profile.fragments.max}条。`,
        remedy: `请删去至少 ${text.length - profile.fragments.max * profile.part.max} 字，或恢复继承。`,
      },
    ];
  return [
    {
      field: 'title',
      message: `短信要分成${fragments.length}条，最多${profile.fragments.max}条。`,
      remedy: '请填写更短的短标题，或换用更短的网页地址。',
    },
  ];
}

/** 撤回：… (or 失效, 废止) for those who got the first message; of the reason as much as there is room for. */
export function smsWithdrawal(withdrawal: WithdrawalNotice, profile: SmsProfile = smsProfile): SmsText {
  const { mark, done, advice, why } = endingWords(withdrawal.act);
  const opening = `${mark}：《${cutAtWord(withdrawal.title, profile.title.max)}》${done}，${advice}`;
  const { reason } = withdrawal;
  const told = (words: string): SmsText =>
    compose([opening, ...(words === '' ? [] : [`${why}：${words}`])], withdrawal.links.page, profile);
  const fits = (words: string): boolean => told(words).fragments.length <= profile.fragments.max;
  return told(fits(reason) ? reason : (shortened(reason, fits) ?? ''));
}

/** Parts as they travel: 70 units alone, 67 each when there are more; a surrogate pair is never split. */
export function smsFragments(
  text: string,
  profile: Pick<SmsProfile, 'single' | 'part'> = smsProfile,
): readonly string[] {
  if (text.length <= profile.single.max) return [text];
  const parts: string[] = [];
  let rest = text;
  while (rest.length > 0) {
    const splitsPair =
      rest.length > profile.part.max && /[\uD800-\uDBFF]/.test(rest.charAt(profile.part.max - 1));
    const length = splitsPair ? profile.part.max - 1 : profile.part.max;
    parts.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return parts;
}

function compose(statements: readonly string[], link: string, profile: SmsProfile): SmsText {
  const variable = statements
    .filter((words) => words !== '')
    .map((words) => `${oneLine(words).replace(/[。，；,;]$/u, '')}。`.replace('…。', '…'))
    .join('');
  return around(variable, statements.join(''), { link, profile });
}

/** A message with these words between signature and ending. `said`: the words as they were, with their brackets. */
function around(
  variable: string,
  said: string,
  { link, profile }: { readonly link: string; readonly profile: SmsProfile },
): SmsText {
  const ending = profile.ending ?? `详见 ${link}`;
  const text = `【${profile.signature}】${variable}${ending}`;
  const changed = said.match(/[【】]/g)?.length ?? 0;
  return { text, variable, ending, fragments: smsFragments(text, profile), changed };
}

/** How many characters (UTF-16 units) less would save one fragment; null where there is only one. */
export function lessForOneFewer(
  text: string,
  profile: Pick<SmsProfile, 'single' | 'part'> = smsProfile,
): number | null {
  const { length } = smsFragments(text, profile);
  if (length === 1) return null;
  let less = text.length - (length === 2 ? profile.single.max : (length - 1) * profile.part.max);
  // a pair that may not be split wastes a unit of its part
  while (smsFragments(text.slice(0, text.length - less), profile).length >= length) less += 1;
  return less;
}

/** The longest beginning that fits; none at all rather than a stump of under ten characters. */
function shortened(text: string, fits: (text: string) => boolean): string | null {
  for (let max = text.length - 1; max >= 10; max -= 1) {
    const beginning = cutAtClause(text, max);
    if (fits(beginning)) return beginning;
    max = Math.min(max, beginning.length);
  }
  return null;
}

/** The address does not follow the last word without a stop. */
const ended = (words: string): string =>
  /[。！？!?…]$/u.test(words) ? words : `${words.replace(/[，；,;]$/u, '')}。`;

const oneLine = (text: string): string =>
  text
    .replace(/[【】]/g, (c) => (c === '【' ? '〔' : '〕'))
    .replace(/\s+/g, ' ')
    .trim();

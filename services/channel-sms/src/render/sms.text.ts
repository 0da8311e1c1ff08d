import {
  type Bound,
  briefTitle,
  cutAtClause,
  cutAtWord,
  endingWords,
  type Finding,
  phoneOf,
  rareNote,
  summarise,
  timeOf,
  type WithdrawalNotice,
} from '@towncrier/content';
import type { Edition } from '@towncrier/contracts';

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
  readonly title: Bound;
  /** What gives way when there is no room, first to go first. Title and link never go. */
  readonly dropOrder: readonly Field[];
}

const segmentation = '3GPP TS 23.040 §9.2.3.24.1: UCS-2, six-octet header in each part';
export const smsProfile: SmsProfile = {
  signature: '开远市人民政府',
  ending: null,
  single: { max: 70, unit: 'UTF-16 units', source: segmentation },
  part: { max: 67, unit: 'UTF-16 units', source: segmentation },
  fragments: { max: 3, unit: 'fragments', source: 'the county pays per fragment' },
  title: { max: 64, unit: 'UTF-16 units', source: 'leaves room for signature and link in two fragments' },
  dropOrder: ['summary', 'phone', 'time'],
};

export interface SmsText {
  /** What a phone shows: 【signature】, `variable` and `ending`. */
  readonly text: string;
  /** The words that differ from message to message: what goes into a provider's template. */
  readonly variable: string;
  readonly ending: string;
  readonly fragments: readonly string[];
  readonly notes: readonly Finding[];
}

export function renderSms(edition: Edition, profile: SmsProfile = smsProfile): SmsText {
  const { content } = edition;
  const title = briefTitle(edition, profile.title.max).text;
  const opening =
    edition.corrects === undefined ? title : `更正：${title}（${cutAtWord(edition.corrects.reason, 40)}）`;
  const time = timeOf(content);
  const phone = phoneOf(content);
  const offered: Fields = {
    time: time && `${time.label}：${time.value}`,
    phone: phone && `电话：${phone}`,
    summary: summarise(content, profile.part.max * profile.fragments.max) || null,
  };
  const full = compose(opening, offered, edition.links.page, profile);
  // What the summary says already is not paid for twice.
  const said = (value: string | undefined | null): boolean =>
    typeof value === 'string' && (full.kept.summary?.includes(value) ?? false);
  return compose(
    opening,
    { ...offered, ...(said(time?.value) ? { time: null } : {}), ...(said(phone) ? { phone: null } : {}) },
    edition.links.page,
    profile,
  ).message;
}

export function checkSms(edition: Edition, profile: SmsProfile = smsProfile): readonly Finding[] {
  const { fragments } = renderSms(edition, profile);
  if (fragments.length <= profile.fragments.max) return [];
  return [
    {
      field: 'title',
      message: `短信要分成${fragments.length}条，最多${profile.fragments.max}条。`,
      remedy: '请填写更短的短标题，或换用更短的网页地址。',
    },
  ];
}

/** 撤回：… (or 失效, 废止) for those who got the first message. */
export function smsWithdrawal(withdrawal: WithdrawalNotice, profile: SmsProfile = smsProfile): SmsText {
  const { mark, done, advice, why } = endingWords(withdrawal.act);
  return compose(
    `${mark}：《${cutAtWord(withdrawal.title, profile.title.max)}》${done}，${advice}`,
    { time: null, phone: null, summary: `${why}：${withdrawal.reason}` },
    withdrawal.links.page,
    profile,
  ).message;
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

type Field = 'time' | 'phone' | 'summary';
type Fields = Readonly<Record<Field, string | null>>;

/** What stays in every message, whatever gives way. */
interface Frame {
  readonly title: string;
  readonly ending: string;
  readonly profile: SmsProfile;
}

function compose(
  title: string,
  offered: Fields,
  link: string,
  profile: SmsProfile,
): { readonly message: SmsText; readonly kept: Fields } {
  const frame: Frame = { title, ending: profile.ending ?? `详见 ${link}`, profile };
  const { kept, dropped } = makeRoom(frame, offered);
  const text = whole(frame, kept);
  return {
    message: {
      text,
      variable: variable(frame, kept),
      ending: frame.ending,
      fragments: smsFragments(text, profile),
      notes: [...droppedNote(dropped), ...rareNote(text, '部分手机')],
    },
    kept,
  };
}

function makeRoom(frame: Frame, offered: Fields): { kept: Fields; dropped: readonly Field[] } {
  const { dropOrder, fragments } = frame.profile;
  const fits = (fields: Fields): boolean =>
    smsFragments(whole(frame, fields), frame.profile).length <= fragments.max;
  let kept = offered;
  const dropped: Field[] = [];
  for (const field of dropOrder) {
    if (fits(kept)) break;
    const words = kept[field];
    const shorter =
      field === 'summary' && words !== null
        ? shortened(words, (summary) => fits({ ...kept, summary }))
        : null;
    kept = { ...kept, [field]: shorter };
    if (words !== null) dropped.push(field);
  }
  return { kept, dropped };
}

const whole = (frame: Frame, fields: Fields): string =>
  `【${frame.profile.signature}】${variable(frame, fields)}${frame.ending}`;

const variable = ({ title }: Frame, { time, summary, phone }: Fields): string =>
  [title, time, summary, phone]
    .filter((words): words is string => words !== null && words !== '')
    .map((words) => `${oneLine(words).replace(/[。，；,;]$/u, '')}。`.replace('…。', '…'))
    .join('');

const names: Readonly<Record<Field, string>> = { summary: '摘要', phone: '电话', time: '时间' };

function droppedNote(dropped: readonly Field[]): readonly Finding[] {
  if (dropped.length === 0) return [];
  return [
    {
      field: 'summary',
      message: `短信放不下，已缩短或省去：${dropped.map((field) => names[field]).join('、')}。`,
      remedy: '如需保留，请填写更短的短标题或摘要。',
    },
  ];
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

const oneLine = (text: string): string =>
  text
    .replace(/[【】]/g, (c) => (c === '【' ? '〔' : '〕'))
    .replace(/\s+/g, ' ')
    .trim();

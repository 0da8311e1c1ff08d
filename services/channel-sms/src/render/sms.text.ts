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
  readonly dropOrder: readonly ('summary' | 'phone' | 'time')[];
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
  const short = briefTitle(content, profile.title.max);
  const title = short.fits ? short.text : cutAtWord(content.title, profile.title.max);
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
  const short = briefTitle(edition.content, profile.title.max);
  if (!short.fits) return [short.finding];
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
  const { verb, done, advice } = endingWords(withdrawal.act);
  return compose(
    `${verb}：《${cutAtWord(withdrawal.title, profile.title.max)}》${done}，${advice}`,
    { time: null, phone: null, summary: `原因：${withdrawal.reason}` },
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

type Fields = Readonly<Record<'time' | 'phone' | 'summary', string | null>>;

function compose(
  title: string,
  offered: Fields,
  link: string,
  profile: SmsProfile,
): { readonly message: SmsText; readonly kept: Fields } {
  const ending = profile.ending ?? `详见 ${link}`;
  const write = (fields: Fields): string => {
    const sentences = [title, fields.time, fields.summary, fields.phone];
    return sentences
      .filter((words): words is string => words !== null && words !== '')
      .map((words) => `${oneLine(words).replace(/[。，；,;]$/u, '')}。`.replace('…。', '…'))
      .join('');
  };
  const whole = (fields: Fields): string => `【${profile.signature}】${write(fields)}${ending}`;
  const fits = (fields: Fields): boolean =>
    smsFragments(whole(fields), profile).length <= profile.fragments.max;

  const kept = { ...offered };
  const dropped: string[] = [];
  for (const field of profile.dropOrder) {
    if (fits(kept)) break;
    const words = kept[field];
    kept[field] =
      field === 'summary' && words !== null
        ? shortened(words, (summary) => fits({ ...kept, summary }))
        : null;
    if (words !== null) dropped.push({ summary: '摘要', phone: '电话', time: '时间' }[field]);
  }
  const text = whole(kept);
  const notes =
    dropped.length === 0
      ? []
      : [
          {
            field: 'summary',
            message: `短信放不下，已缩短或省去：${dropped.join('、')}。`,
            remedy: '如需保留，请填写更短的短标题或摘要。',
          },
        ];
  return {
    message: {
      text,
      variable: write(kept),
      ending,
      fragments: smsFragments(text, profile),
      notes: [...notes, ...rareNote(text, '部分手机')],
    },
    kept,
  };
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

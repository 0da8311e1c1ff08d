import type { Edition } from '@towncrier/contracts';
import type { Bound } from '../bound.ts';
import type { Finding } from '../finding.ts';
import { phoneOf, timeOf } from '../reading/facts.ts';
import { rareNote } from '../reading/rare.ts';
import { shortTitle } from '../reading/short-title.ts';
import { summarise } from '../reading/summary.ts';
import { cutAtWord } from '../words/cut.ts';
import type { WithdrawalNotice } from '../withdrawal-notice.ts';

export interface SmsProfile {
  /** Name registered with the carriers, without the brackets. They count as text. */
  readonly signature: string;
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
  single: { max: 70, unit: 'UTF-16 units', source: segmentation },
  part: { max: 67, unit: 'UTF-16 units', source: segmentation },
  fragments: { max: 3, unit: 'fragments', source: 'the county pays per fragment' },
  title: { max: 64, unit: 'UTF-16 units', source: 'leaves room for signature and link in two fragments' },
  dropOrder: ['summary', 'phone', 'time'],
};

export interface SmsText {
  /** Signature, words and link, as a phone shows it. */
  readonly text: string;
  /** The same without 【signature】, for providers that put it there themselves. */
  readonly body: string;
  readonly signature: string;
  readonly link: string;
  readonly fragments: readonly string[];
  readonly notes: readonly Finding[];
}

export function renderSms(edition: Edition, profile: SmsProfile = smsProfile): SmsText {
  const { content } = edition;
  const short = shortTitle(content, profile.title.max);
  const title = short.fits ? short.text : cutAtWord(content.title, profile.title.max);
  const opening = edition.corrects === undefined ? title : `更正：${title}（${cutAtWord(edition.corrects.reason, 40)}）`;
  return compose(opening, {
    time: timeOf(content), phone: phoneOf(content), summary: summarise(content, profile.part.max * profile.fragments.max) || null,
  }, edition.links.page, profile);
}

export function checkSms(edition: Edition, profile: SmsProfile = smsProfile): readonly Finding[] {
  const short = shortTitle(edition.content, profile.title.max);
  if (!short.fits) return [short.finding];
  const { fragments } = renderSms(edition, profile);
  if (fragments.length <= profile.fragments.max) return [];
  return [{ field: 'title', message: `短信要分成${fragments.length}条，最多${profile.fragments.max}条。`, remedy: '请填写更短的短标题，或换用更短的网页地址。' }];
}

/** 撤回：… for those who got the first message. */
export function smsWithdrawal(withdrawal: WithdrawalNotice, profile: SmsProfile = smsProfile): SmsText {
  return compose(`撤回：《${cutAtWord(withdrawal.title, profile.title.max)}》已撤回，请勿再据此办理`, { time: null, phone: null, summary: `原因：${withdrawal.reason}` }, withdrawal.links.page, profile);
}

/** Parts as they travel: 70 units alone, 67 each when there are more; a surrogate pair is never split. */
export function smsFragments(text: string, profile: Pick<SmsProfile, 'single' | 'part'> = smsProfile): readonly string[] {
  if (text.length <= profile.single.max) return [text];
  const parts: string[] = [];
  let rest = text;
  while (rest.length > 0) {
    const splitsPair = rest.length > profile.part.max && /[\uD800-\uDBFF]/.test(rest.charAt(profile.part.max - 1));
    const length = splitsPair ? profile.part.max - 1 : profile.part.max;
    parts.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return parts;
}

type Fields = Readonly<Record<'time' | 'phone' | 'summary', string | null>>;

function compose(title: string, offered: Fields, link: string, profile: SmsProfile): SmsText {
  const sign = `【${profile.signature}】`;
  const write = (fields: Fields): string => {
    const sentences = [title, fields.time && `时间：${fields.time}`, fields.summary, fields.phone && `电话${fields.phone}`]
      .filter((words): words is string => words !== null && words !== '').map((words) => oneLine(words).replace(/[。，；,;]$/u, ''));
    return `${sentences.join('。')}。详见 ${link}`;
  };
  const size = (fields: Fields): number => smsFragments(sign + write(fields), profile).length;

  const kept = { ...offered };
  const dropped: string[] = [];
  for (const field of profile.dropOrder) {
    if (size(kept) <= profile.fragments.max) break;
    const whole = kept[field];
    kept[field] = field === 'summary' && whole !== null ? shortened(whole, (summary) => size({ ...kept, summary }) <= profile.fragments.max) : null;
    if (whole !== null) dropped.push({ summary: '摘要', phone: '电话', time: '时间' }[field]);
  }
  const body = write(kept);
  const notes = dropped.length === 0 ? [] : [{ field: 'summary', message: `短信放不下，已缩短或省去：${dropped.join('、')}。`, remedy: '如需保留，请填写更短的短标题或摘要。' }];
  return { text: sign + body, body, signature: profile.signature, link, fragments: smsFragments(sign + body, profile), notes: [...notes, ...rareNote(body, '部分手机')] };
}

/** The longest beginning that fits; none at all rather than a stump of under ten characters. */
function shortened(text: string, fits: (text: string) => boolean): string | null {
  for (let max = text.length - 1; max >= 10; max -= 1) {
    const beginning = cutAtWord(text, max);
    if (fits(beginning)) return beginning;
    max = Math.min(max, beginning.length);
  }
  return null;
}

const oneLine = (text: string): string => text.replace(/[【】]/g, (c) => (c === '【' ? '〔' : '〕')).replace(/\s+/g, ' ').trim();

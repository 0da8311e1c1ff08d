import {
  type Bound,
  briefTitle,
  cutAtClause,
  cutAtWord,
  endingWords,
  factsBeside,
  type Finding,
  type Measure,
  roomOf,
  summarise,
  type WithdrawalNotice,
} from '@towncrier/content';
import type { Edition } from '@towncrier/contracts';

export interface WeiboProfile {
  readonly status: Bound;
  readonly title: Bound;
  /** What an address counts, however long it is: the platform shortens it. */
  readonly urlUnits: number;
}

export const weiboProfile: WeiboProfile = {
  status: {
    max: 140,
    unit: '汉字（两个半角字符算一个）',
    source: 'statuses/share: open.weibo.com/wiki/2/statuses/share',
  },
  title: { max: 100, unit: 'UTF-16 units', source: 'room for the address and a few words beside the title' },
  urlUnits: 10,
};

export interface WeiboStatus {
  readonly text: string;
  readonly units: number;
  readonly notes: readonly Finding[];
}

/**
 * Room of a text as Weibo counts it: one per full-width character, a half per ASCII character, rounded up.
 */
export const weiboUnits = (text: string, profile: WeiboProfile = weiboProfile): number =>
  Math.ceil(roomOf(text, halves(profile)) / 2);

/** 【title】summary address: at most 140, no #topic#, which the interface refuses. */
export function renderWeibo(edition: Edition, profile: WeiboProfile = weiboProfile): WeiboStatus {
  const title = briefTitle(edition, profile.title.max).text;
  const lead =
    edition.corrects === undefined ? '' : `更正：${edition.corrects.reason.replace(/[。.]$/, '')}。`;
  const summary = summarise(edition.content, profile.status.max);
  const facts = factsBeside(edition.content, summary).join('，');
  const words = facts === '' ? summary : `${summary}${/[。！？…]$|^$/.test(summary) ? '' : '。'}${facts}。`;
  return status(`【${title}】`, `${lead}${words}`, edition.links.page, profile);
}

/** The follow-up of a withdrawal: what was posted cannot be unsent. */
export function weiboWithdrawal(withdrawal: WithdrawalNotice, profile: WeiboProfile = weiboProfile): string {
  const title = cutAtWord(withdrawal.title, profile.title.max / 2);
  const { mark, done, advice, why } = endingWords(withdrawal.act);
  return status(
    `【${mark}】`,
    `${title}${done}，${advice}。${why}：${withdrawal.reason}`,
    withdrawal.links.page,
    profile,
  ).text;
}

function status(title: string, words: string, page: string, profile: WeiboProfile): WeiboStatus {
  const measure = halves(profile);
  const [head, rest] = [title, words].map(untopical) as [string, string];
  const room = profile.status.max * 2 - roomOf(head, measure) - measure(page) - 1;
  const kept = cutAtClause(rest, Math.max(0, room), measure, '……');
  const text = `${head}${kept}${kept === '' ? '' : ' '}${page}`;
  const notes =
    kept === rest
      ? []
      : [
          {
            field: 'summary',
            message: '微博放不下完整摘要，已在词语处截断并附网页地址。',
            remedy: '如需换一种说法，请填写更短的摘要。',
          },
        ];
  return { text, units: weiboUnits(text, profile), notes };
}

const halves =
  (profile: WeiboProfile): Measure =>
  (piece) => {
    if (/^https?:\/\//.test(piece)) return profile.urlUnits * 2;
    return Array.from(piece).reduce((total, c) => total + (c <= '\u007f' ? 1 : 2), 0);
  };

/** A pair of # would be read as a topic. */
const untopical = (text: string): string => text.replaceAll('#', '＃').replace(/\s*\n\s*/g, ' ');

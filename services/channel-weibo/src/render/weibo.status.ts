import {
  type Bound,
  brief,
  cutAtClause,
  cutAtWord,
  endingWords,
  matterTitles,
  type Measure,
  ownField,
  ownWordsIn,
  roomOf,
  speakerBefore,
  type Finding,
  type WithdrawalNotice,
  writtenFor,
} from '@towncrier/content';
import type { Edition } from '@towncrier/contracts';
import { weiboForm, type WeiboForm } from './weibo.form.ts';

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
  title: { max: 100, unit: '字', source: 'room for the address and a few words beside the title' },
  urlUnits: 10,
};

export interface WeiboStatus {
  readonly text: string;
  readonly units: number;
}

/**
 * Room of a text as Weibo counts it: one per full-width character, a half per ASCII character, rounded up.
 */
export const weiboUnits = (text: string, profile: WeiboProfile = weiboProfile): number =>
  Math.ceil(roomOf(text, halves(profile)) / 2);

/**
 * 【title】 who speaks: essentials and whole sentences of the notice, address; at most 140, no #topic#, which the
 * interface refuses. A correction begins with 【更正】, as what ends a notice begins with its word.
 */
export function renderWeibo(
  edition: Edition,
  profile: WeiboProfile = weiboProfile,
  form: WeiboForm = weiboForm,
): WeiboStatus {
  const fits = (words: string): boolean => ownStatus(edition, words, profile).units <= profile.status.max;
  const own = ownWordsIn(edition, { ...ownText, fits });
  return own === null ? composedOf(edition, profile, form) : ownStatus(edition, own, profile);
}

/** The part that an editor may write for a post alone: all before the address. */
export const ownText = { channel: 'weibo', part: 'text' };
const correcting = '【更正】';

function ownStatus({ corrects, links }: Edition, words: string, profile: WeiboProfile): WeiboStatus {
  const mark = corrects === undefined || words.startsWith(correcting) ? '' : correcting;
  const text = `${untopical(`${mark}${words}`)} ${links.page}`;
  return { text, units: weiboUnits(text, profile) };
}

/** What an editor would begin with: the words of a post without its mark and its address. */
export const partOf = (text: string): string =>
  text.replace(/\s*https?:\/\/\S+$/u, '').replace(new RegExp(`^${correcting}`, 'u'), '');

export function checkWeibo(edition: Edition, profile: WeiboProfile = weiboProfile): readonly Finding[] {
  const { units } = renderWeibo(edition, profile);
  if (units <= profile.status.max || writtenFor(edition.content, ownText.channel, ownText.part) === null)
    return [];
  return [
    {
      field: ownField(ownText),
      message: `改写的微博连同网址计 ${units} 字，最多 ${profile.status.max} 字。`,
      remedy: `请删去至少 ${units - profile.status.max} 字，或恢复继承。`,
    },
  ];
}

function composedOf(edition: Edition, profile: WeiboProfile, form: WeiboForm): WeiboStatus {
  const { content, links } = edition;
  const [title] = matterTitles(edition, profile.title.max);
  const { mark, lead } = openingOf(edition, title, form);
  const opening = `${mark}${lead}${speakerBefore(title, content)}`;
  const written = (statements: readonly string[]): string => {
    const words = statements.map((words) => `${words}。`).join('');
    return `${untopical(`${opening}${words}`).replace(/：$/u, '')} ${links.page}`;
  };
  const statements = brief(
    content,
    opening,
    (tried) => weiboUnits(written(tried), profile) <= profile.status.max,
  );
  const text = written(statements);
  if (weiboUnits(text, profile) <= profile.status.max) return { text, units: weiboUnits(text, profile) };
  return status(mark, lead, links.page, profile);
}

/** What it is, and what became of it. */
function openingOf(
  { corrects }: Edition,
  title: string,
  form: WeiboForm,
): { readonly mark: string; readonly lead: string } {
  if (corrects === undefined) return { mark: `【${title}】`, lead: '' };
  const reason = corrects.reason.replace(/[。.]$/, '');
  return form === 'post-1'
    ? { mark: `【${title}】`, lead: `更正：${reason}。` }
    : { mark: '【更正】', lead: `${title}：${reason}。` };
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
  return { text, units: weiboUnits(text, profile) };
}

const halves =
  (profile: WeiboProfile): Measure =>
  (piece) => {
    if (/^https?:\/\//.test(piece)) return profile.urlUnits * 2;
    return Array.from(piece).reduce((total, c) => total + (c <= '\u007f' ? 1 : 2), 0);
  };

/** A pair of # would be read as a topic. */
const untopical = (text: string): string => text.replaceAll('#', '＃').replace(/\s*\n\s*/g, ' ');

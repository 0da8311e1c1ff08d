import { dateInChina, minuteInChina } from '@towncrier/content';
import type { Person } from '../../access/person.ts';
import { publicationPermissions } from '../../publications/publication.permissions.ts';
import { may } from '../../access/permissions.ts';
import type { PublicationDoc } from '../../publications/publication.document.ts';
import { titleOf } from '../../publications/publication.review.ts';
import { stateTitles } from '../../publications/rules/states.ts';
import type { Obligation } from '../obligations/obligations.ts';
import { mostPressing, soonDays } from './home.days.ts';
import type { Home, HomeItem, HomeSection, Light } from './home.view.ts';

/** What is known of what waits, gathered for one person. */
export interface Gathered {
  readonly who: Person;
  /** Now (ISO 8601). */
  readonly at: string;
  /** Drafts and what is in review, of which they are an author. */
  readonly own: readonly PublicationDoc[];
  /** What they may review, confirm or review afterwards now. */
  readonly reviews: readonly PublicationDoc[];
  /** Approved, and theirs to release. */
  readonly toRelease: readonly PublicationDoc[];
  /** Warnings in force that they may lift or take back. */
  readonly warnings: readonly PublicationDoc[];
  /** Recurring obligations of their body that are not met. */
  readonly obligations: readonly Obligation[];
  readonly lights: readonly Light[];
}

const shown = 10;
const publicationAt = (id: string) => ({ at: 'publication', id });
const pageAt = (at: string) => ({ at, id: null });

/** What waits for somebody, by what they may do. Pure. */
export function homeOf(of: Gathered): Home {
  const { who, own, reviews, toRelease } = of;
  const writes = may(who, publicationPermissions, 'createPublication', 'Publication');
  const releases = may(who, publicationPermissions, 'publishEdition', 'Publication');
  const onDuty = who.roles.includes('duty-officer');
  const returned = own.filter((doc) => returnOf(doc) !== null);
  const confirming = reviews.filter(({ state }) => state === 'awaiting-confirmation');
  const reviewing = reviews.filter((doc) => !confirming.includes(doc));
  const isReviewing = reviews.length > 0 || who.roles.some((role) => role.endsWith('-reviewer'));
  const sections: HomeSection[] = [
    ...(onDuty || confirming.length > 0
      ? [
          section(
            'confirm',
            '等我确认的应急发布',
            '没有等待确认的应急发布',
            confirming.map(confirmed),
            'reviews',
          ),
        ]
      : []),
    ...(isReviewing
      ? [
          section(
            'review',
            '等我审核',
            '没有等您审核的稿件',
            reviewing.map((d) => reviewed(d, of.at)),
            'reviews',
          ),
        ]
      : []),
    ...(releases
      ? [section('release', '等我发布', '没有审定待发的稿件', toRelease.map(approved), 'list')]
      : []),
    ...(onDuty
      ? [section('force', '正在生效的预警', '没有正在生效的预警', of.warnings.map(inForce), 'warnings')]
      : []),
    ...(writes ? writing(of, returned) : []),
  ];
  const counted = { reviews: reviews.length, list: returned.length + toRelease.length };
  return {
    begin: beginnings(writes, onDuty, who),
    sections,
    lights: of.lights,
    badges: Object.entries(counted).flatMap(([screen, count]) => (count > 0 ? [{ screen, count }] : [])),
    waiting: returned.length + reviews.length + toRelease.length,
  };
}

function writing({ own, obligations, at }: Gathered, returned: readonly PublicationDoc[]): HomeSection[] {
  const drafts = own.filter((doc) => doc.state === 'draft' && !returned.includes(doc));
  const away = own.filter(({ state }) => state !== 'draft');
  const due = mostPressing(obligations, dateInChina(at));
  return [
    section('returned', '退回给我的', '没有退回的稿件', returned.map(givenBack), 'list'),
    section(
      'drafts',
      '我的草稿',
      '没有草稿',
      drafts.map((d) => drafted(d, at)),
      'list',
    ),
    section('away', '我送审的', '没有在审的稿件', away.map(underway), 'list'),
    section(
      'obligations',
      '本单位的公开期限',
      `${soonDays} 天内没有到期的公开事项`,
      due.map(owed(at)),
      'deadlines',
    ),
  ];
}

function section(
  key: string,
  title: string,
  nothing: string,
  items: readonly HomeItem[],
  more: string,
): HomeSection {
  const rest = items.length > shown ? pageAt(more) : null;
  return { key, title, nothing, items: items.slice(0, shown), total: items.length, more: rest };
}

const beginnings = (writes: boolean, onDuty: boolean, who: Person): Home['begin'] => [
  ...(onDuty ? [{ label: '发布预警', look: 'danger' as const, to: pageAt('warnings') }] : []),
  ...(writes ? [{ label: '写一份通知', look: 'primary' as const, to: pageAt('write') }] : []),
  ...(who.roles.includes('operator')
    ? [{ label: '现在要处理的故障', look: 'primary' as const, to: pageAt('now') }]
    : []),
];

const newestIn = (doc: PublicationDoc) => doc.editions.at(-1) ?? doc.editions[0];
/** The return that made a draft of it again; null for what was never sent, or was changed and sent since. */
function returnOf(doc: PublicationDoc) {
  const last = newestIn(doc).reviews.at(-1);
  return doc.state === 'draft' && last?.verdict === 'returned' ? last : null;
}

const itemOf = (doc: PublicationDoc, words: string, since: string | null): HomeItem => ({
  key: doc._id,
  title: doc.title,
  words,
  since,
  tone: 'plain',
  to: publicationAt(doc._id),
});

function givenBack(doc: PublicationDoc): HomeItem {
  const last = returnOf(doc);
  const words = last === null ? '' : `${titleOf(last)}退回（${last.by}）：${last.reason ?? '没有写明理由'}`;
  return { ...itemOf(doc, words, last?.at ?? null), tone: 'soon' };
}

const toneOn = (day: string | null, today: string): HomeItem['tone'] =>
  day === null ? 'plain' : day < today ? 'late' : day === today ? 'soon' : 'plain';

function drafted(doc: PublicationDoc, at: string): HomeItem {
  const words = doc.dueOn === null ? '尚未送审' : `应于 ${doc.dueOn} 前公开`;
  return { ...itemOf(doc, words, doc.updatedAt), tone: toneOn(doc.dueOn, dateInChina(at)) };
}

function underway(doc: PublicationDoc): HomeItem {
  const { claim } = newestIn(doc);
  const taken = claim === null ? '' : `，${claim.by} 已领取`;
  return itemOf(doc, `${stateTitles[doc.state]}${taken}`, doc.updatedAt);
}

function reviewed(doc: PublicationDoc, at: string): HomeItem {
  const afterwards = doc.reviewDueAt;
  if (doc.state === 'released' && afterwards !== null)
    return {
      ...itemOf(doc, `应急先发，须在 ${minuteInChina(afterwards)} 前补审`, null),
      tone: afterwards < at ? 'late' : 'soon',
    };
  const due = doc.dueOn === null ? '' : `，应于 ${doc.dueOn} 前公开`;
  return {
    ...itemOf(doc, `${stateTitles[doc.state]}${due}`, doc.updatedAt),
    tone: toneOn(doc.dueOn, dateInChina(at)),
  };
}

function confirmed(doc: PublicationDoc): HomeItem {
  const request = newestIn(doc).urgentRequest;
  const words =
    request === null
      ? '等待确认'
      : `${request.by} 申请：${request.reason}；${minuteInChina(request.until).slice(11)} 前有效`;
  return { ...itemOf(doc, words, request?.at ?? null), tone: 'late' };
}

const approved = (doc: PublicationDoc): HomeItem =>
  itemOf(doc, `已审定，发布到 ${newestIn(doc).channels.length} 个渠道`, doc.updatedAt);

function inForce(doc: PublicationDoc): HomeItem {
  const until = newestIn(doc).schedule.expiresAt;
  const words = until === null ? '没有写明截止时间' : `有效至 ${minuteInChina(until)}`;
  return itemOf(doc, `${words}；打开后可以解除，或从所有渠道撤回`, newestIn(doc).releasedAt);
}

const owed =
  (at: string) =>
  (one: Obligation): HomeItem => ({
    key: `${one.item} ${one.dueOn} ${one.nth}`,
    title: one.name,
    words: one.state === 'overdue' ? `已逾期（应于 ${one.dueOn} 前公开）` : `应于 ${one.dueOn} 前公开`,
    since: null,
    tone: one.state === 'overdue' ? 'late' : one.dueOn <= dateInChina(at) ? 'soon' : 'plain',
    to: pageAt('deadlines'),
  });

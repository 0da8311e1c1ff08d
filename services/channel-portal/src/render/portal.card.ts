import {
  type Bound,
  deadlineOf,
  type Finding,
  ownField,
  ownWordsIn,
  shortTitle,
  brief,
  writtenFor,
} from '@towncrier/content';
import type { Edition, WarningLevel } from '@towncrier/contracts';
import { formerPortalForm, portalForm, type PortalForm } from './portal.form.ts';

export interface PortalProfile {
  readonly title: Bound;
  readonly summary: Bound;
}

export const portalProfile: PortalProfile = {
  title: { max: 60, unit: '字', source: 'three lines on a telephone 320 px wide' },
  summary: {
    max: 90,
    unit: 'UTF-16 units',
    source: 'five lines on a telephone 320 px wide: time, place, what to do',
  },
};

export type PortalBadge = '通知' | '公示' | '更正' | '预警';

export interface PortalCard {
  readonly title: string;
  readonly summary: string;
  readonly badge: PortalBadge;
  readonly level?: WarningLevel;
  readonly issuer: string;
  readonly publishedOn: string | null;
  readonly deadline: { readonly label: string; readonly value: string } | null;
  readonly link: string;
}

export function renderPortal(
  edition: Edition,
  profile: PortalProfile = portalProfile,
  form: PortalForm = portalForm,
): PortalCard {
  const { content } = edition;
  const short = shortTitle(edition, profile.title.max).text;
  const fits = (words: string): boolean => words.length <= profile.title.max;
  const title = ownWordsIn(edition, { ...ownTitle, fits }) ?? short;
  const summary = (statements: readonly string[]): string => statements.map((words) => `${words}。`).join('');
  return {
    title,
    summary: summary(brief(content, short, (tried) => summary(tried).length <= profile.summary.max)),
    badge: badgeOf(edition, form),
    ...(content.warning === undefined ? {} : { level: content.warning.level }),
    issuer: content.header.issuer,
    publishedOn: content.header.publishedOn ?? content.header.writtenOn ?? null,
    deadline: deadlineOf(content),
    link: edition.links.page,
  };
}

/** The part that an editor may write for the login page alone. */
export const ownTitle = { channel: 'portal', part: 'title' };

export function checkPortal(edition: Edition, { title: { max } } = portalProfile): readonly Finding[] {
  const written = writtenFor(edition.content, ownTitle.channel, ownTitle.part);
  if (edition.urgent === true || written === null || written.length <= max) return [];
  const message = `改写的卡片标题有 ${written.length} 字，最多 ${max} 字。`;
  const remedy = `请删去至少 ${written.length - max} 字，或恢复继承。`;
  return [{ field: ownField(ownTitle), message, remedy }];
}

function badgeOf({ corrects, content }: Edition, form: PortalForm): PortalBadge {
  if (corrects !== undefined) return '更正';
  if (content.warning !== undefined && form !== formerPortalForm) return '预警';
  return content.publicNotice === undefined ? '通知' : '公示';
}

import { minuteInChina } from '@towncrier/content';
import type { ReachTold } from '../channels/reach.desk.ts';

/** Something else that goes out, or went out a moment ago. */
export interface Neighbour {
  readonly channels: readonly string[];
  /** Null for what whoever looks may not read yet. */
  readonly title: string | null;
  /** When it went out, or will (ISO 8601). */
  readonly at: string;
  readonly isOut: boolean;
}

/** How far apart (ms) two notices are that meet before the same people. House rule. */
const nearMs = 3_600_000;
/** Named one by one; more are counted. */
const most = 3;

/**
 * What else comes to the same targets within the hour. A channel of one place for everybody has room for all: there
 * nothing is in the way of anything.
 */
export function conflictsOn(told: ReachTold, when: string, neighbours: readonly Neighbour[]): string[] {
  if (told.is === 'told' && told.reach.of <= 1) return [];
  const near = neighbours
    .filter(({ channels }) => channels.includes(told.channel))
    .filter(({ at }) => Math.abs(Date.parse(at) - Date.parse(when)) <= nearMs)
    .toSorted((a, b) => a.at.localeCompare(b.at));
  const named = near.slice(0, most).map(({ title, at, isOut }) => {
    const clock = minuteInChina(at).slice(11);
    const what = title === null ? '另一份尚未公开的稿件' : `《${title}》`;
    return isOut ? `${what} ${clock} 已发布` : `${what}定于 ${clock} 发布`;
  });
  return near.length > most ? [...named, `一小时之内另有 ${near.length - most} 份`] : named;
}

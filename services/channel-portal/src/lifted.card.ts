import type { Withdrawal } from '@towncrier/channel-kit';
import { cutAtWord, endingWords } from '@towncrier/content';
import type { Card, Face } from './cards.ts';
import { portalProfile } from './render/portal.card.ts';

/** So long (ms) the login page says that a warning is lifted: who saw it today sees its end at the next login. */
const shownForMs = 86_400_000;

/** The face of a warning that is over, in the words of its end. */
export function liftedFace({ level: _level, ...face }: Face, { reason }: Pick<Withdrawal, 'reason'>): Face {
  const title = `${endingWords('lift').mark}：${face.title}`;
  return {
    ...face,
    title: cutAtWord(title, portalProfile.title.max),
    summary: cutAtWord(reason, portalProfile.summary.max),
    badge: '解除',
    deadline: null,
  };
}

/** Whether lists still have it: what has not ended, and for a day what was lifted. */
export const isListed = ({ withdrawal }: Pick<Card, 'withdrawal'>, now: Date): boolean =>
  withdrawal === null || Date.parse(withdrawal.withdrawnAt) > now.getTime() - shownForMs;

import { minuteInChina } from '@towncrier/content';
import type { ProblemDetails } from '../../http/problem.ts';
import type { KnownChannel } from './known.channel.ts';

/** A channel that did not answer, in words for the editor. */
export type Silent = NonNullable<ProblemDetails['silent']>[number];

/** Channels that did not answer in time, and of which nobody has said to go on without. */
export const silentIn = (
  unchecked: readonly string[],
  goOn: readonly string[],
  known: readonly KnownChannel[],
): readonly Silent[] =>
  unchecked
    .filter((channel) => !goOn.includes(channel))
    .map((channel) => {
      const found = known.find(({ id }) => id === channel);
      const title = found?.doc.announced.title ?? channel;
      return { channel, title, message: `“${title}”${whyOf(found)}，不知道它放不放得下、会漏掉什么。` };
    });

const whyOf = (found: KnownChannel | undefined): string =>
  found === undefined || found.online ? '未答复' : `自 ${minuteInChina(found.doc.lastSeen)} 起未在线，未答复`;

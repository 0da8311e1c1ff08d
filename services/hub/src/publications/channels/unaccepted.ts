import { channelId } from '@towncrier/contracts';
import { hashValue, isNeeded, type Omission } from '@towncrier/content';
import { z } from 'zod';
import type { ProblemDetails } from '../../http/problem.ts';
import type { KnownChannel } from './known.channel.ts';
import type { Omitted } from './shown.rendition.ts';

/** What readers of one channel would miss, for the editor to accept by its `key`. */
export type Unaccepted = NonNullable<ProblemDetails['omissions']>[number];

/** Channel → key of the omissions that the editor saw and accepts. */
export const acceptance = z.record(channelId, z.string().min(1).max(64));
export type Acceptance = Readonly<z.infer<typeof acceptance>>;

const keyLength = 16;
/** The same omissions have the same key, whatever words tell them. */
const keyOf = (missing: readonly Omission[]): string =>
  hashValue(missing.map(({ message: _, ...facts }) => facts)).slice(0, keyLength);

/**
 * What was accepted of an edition, as an editor would say it again: whoever corrects a number in the text is not
 * asked a second time about the table that a screen has never shown.
 */
export const acceptanceOf = ({
  omitted = {},
  accepted = [],
}: {
  readonly omitted?: Omitted | undefined;
  readonly accepted?: readonly string[] | undefined;
}): Acceptance =>
  Object.fromEntries(
    Object.entries(omitted)
      .filter(([channel]) => accepted.includes(channel))
      .map(([channel, all]) => [channel, keyOf(all.filter(isNeeded))]),
  );

/** Channels that leave out what a reader needs, where nobody has accepted just that. */
export const unacceptedIn = (
  omitted: Omitted,
  accepted: Acceptance,
  known: readonly KnownChannel[],
): readonly Unaccepted[] =>
  Object.entries(omitted).flatMap(([channel, all]) => {
    const missing = all.filter(isNeeded);
    const key = keyOf(missing);
    if (missing.length === 0 || accepted[channel] === key) return [];
    const title = known.find(({ id }) => id === channel)?.doc.announced.title ?? channel;
    return [{ channel, title, key, messages: messagesOf(missing) }];
  });

/** What several forms leave out alike is said once. */
export function messagesOf(missing: readonly Omission[]): string[] {
  const byWords = Map.groupBy(missing, ({ message }) => message);
  return [...byWords].map(([message, those]) => {
    const forms = those.map(({ where }) => where).filter((where) => where !== '');
    return forms.length === 0 ? message : `${forms.join('、')}：${message}`;
  });
}

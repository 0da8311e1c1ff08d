import type { Channel, EditionContent, Source } from '../api/hub.types.ts';

/** What the editor wrote for one part of one channel. `against`: the main text that it was written beside. */
export interface Own {
  readonly words: string;
  readonly against?: string | undefined;
}

/** By `channel.part`; what follows the main text is absent. */
export type OwnWords = Readonly<Record<string, Own | undefined>>;

export const keyOf = (channel: string, part: string): string => `${channel}.${part}`;
export const ownField = (key: string): string => `ownWords.${key}`;

export const ownWordsIn = ({ ownWords = [] }: Pick<EditionContent, 'ownWords'>): OwnWords =>
  Object.fromEntries(
    ownWords.map(({ channel, part, words, against }) => [keyOf(channel, part), { words, against }]),
  );

/** As the hub takes it; nothing where no channel has words of its own. */
export function ownWordsFor(own: OwnWords | undefined): Pick<Source, 'ownWords'> {
  const ownWords = Object.entries(own ?? {}).flatMap(([key, one]) => {
    const [channel = '', part = ''] = key.split('.');
    return one === undefined
      ? []
      : [{ channel, part, words: one.words, ...(one.against === undefined ? {} : { against: one.against }) }];
  });
  return ownWords.length === 0 ? {} : { ownWords };
}

/** What a part is called, with its channel: 短信 · 短信正文. */
export function partTitle(channels: readonly Channel[] | undefined, key: string): string {
  const [id = '', name = ''] = key.split('.');
  const channel = channels?.find((one) => one.id === id);
  const part = channel?.can.ownWords?.find((one) => one.part === name);
  return `${channel?.title ?? '已移除的渠道'}的${part?.title ?? '改写'}`;
}

/** Absent where a channel takes no words of its own, nor has any. */
export function stateIn(
  channels: readonly Channel[] | undefined,
  own: OwnWords | undefined,
  id: string,
): 'inherits' | 'overridden' | undefined {
  const written = Object.entries(own ?? {}).some(
    ([key, one]) => one !== undefined && key.startsWith(`${id}.`),
  );
  if (written) return 'overridden';
  const takes = (channels?.find((one) => one.id === id)?.can.ownWords?.length ?? 0) > 0;
  return takes ? 'inherits' : undefined;
}

/** What was written for a part that no channel takes: nobody would read it. */
export const strayOf = (channels: readonly Channel[], own: OwnWords | undefined): readonly string[] =>
  Object.entries(own ?? {})
    .filter(([key, one]) => one !== undefined && !isTaken(channels, key))
    .map(([key]) => key);

const isTaken = (channels: readonly Channel[], key: string): boolean =>
  channels.some(({ id, can }) => can.ownWords?.some(({ part }) => keyOf(id, part) === key) === true);

import { writtenFor } from '@towncrier/content';
import { channelId, type EditionContent } from '@towncrier/contracts';
import { z } from 'zod';
import { diffWords, piece } from './words.diff.ts';

/** What a channel says in words of its own, where that is not the same; all of it added or removed where one is none. */
export const ownWordsChange = z.object({
  channel: channelId,
  part: z.string(),
  words: z.array(piece).readonly(),
});
export type OwnWordsChange = z.infer<typeof ownWordsChange>;

export function diffOwnWords(before: EditionContent, after: EditionContent): readonly OwnWordsChange[] {
  const all = [...(before.ownWords ?? []), ...(after.ownWords ?? [])];
  const parts = new Map(all.map(({ channel, part }) => [`${channel}.${part}`, { channel, part }]));
  return [...parts.values()].flatMap(({ channel, part }) => {
    const [was, is] = [before, after].map((content) => writtenFor(content, channel, part) ?? '');
    return was === is ? [] : [{ channel, part, words: diffWords(was ?? '', is ?? '') }];
  });
}

import { audience, channelId, organisationCode, reach } from '@towncrier/contracts';
import { z } from 'zod';
import type { Frozen } from '@towncrier/storage';
import type { ReachTold } from './reach.desk.ts';
import { allWords, reachNotes, reachWords } from './reach.words.ts';

/** Whom an audience reaches, channel by channel. */
export const reachView = z
  .object({
    words: z.string().meta({ description: 'All channels that answered in one line' }),
    channels: z.array(
      z.object({
        channel: channelId,
        title: z.string(),
        is: z.enum(['told', 'refused', 'silent']),
        words: z.string().meta({ description: 'e.g. 3/4 块屏 · 1,204 位收件人' }),
        notes: z.array(z.string()).meta({ description: 'Who is meant and will not show it, and why' }),
        reach: reach.nullable(),
      }),
    ),
  })
  .meta({ id: 'ReachView' });
export type ReachView = Frozen<z.infer<typeof reachView>>;

export const reachRequest = z
  .strictObject({
    audience: audience.optional(),
    channels: z.array(channelId).max(50).optional(),
    organisation: organisationCode.optional(),
  })
  .meta({ id: 'AskReach' });
export type ReachRequest = z.infer<typeof reachRequest>;

export function reachViewOf(told: readonly ReachTold[], titleOf: (channel: string) => string): ReachView {
  return {
    words: allWords(told),
    channels: told.map((one) => ({
      channel: one.channel,
      title: titleOf(one.channel),
      is: one.is,
      words: reachWords(one),
      notes: [...reachNotes(one)],
      reach: one.is === 'told' ? one.reach : null,
    })),
  };
}

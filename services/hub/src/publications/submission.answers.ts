import { channelId } from '@towncrier/contracts';
import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { acceptance } from './channels/unaccepted.ts';

const reason = z.string().trim().min(1).max(500);

/** What the editor says to what a submission asks: each of it was refused before, and shown to the editor. */
export const submissionAnswers = {
  accept: acceptance
    .default({})
    .meta({ description: 'Channel → `key` of the omissions that the editor saw and accepts for it' }),
  goOn: z
    .array(channelId)
    .max(50)
    .default([])
    .meta({ description: 'Channels without whose answer the editor goes on; the others are asked again' }),
  leaveOut: z
    .record(channelId, reason)
    .default({})
    .meta({ description: 'Channel that the law asks for → why this edition does not go there' }),
};
const answers = z.strictObject(submissionAnswers);
export type SubmissionAnswers = Frozen<z.infer<typeof answers>>;

export const noAnswers: SubmissionAnswers = { accept: {}, goOn: [], leaveOut: {} };

/** A channel that the law asks for, left out with a reason. */
export const leftOut = z.object({ channel: channelId, article: z.string(), reason: z.string() });
export type LeftOut = Frozen<z.infer<typeof leftOut>>;

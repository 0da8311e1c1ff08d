import { channelId } from '@towncrier/contracts';
import { z } from 'zod';
import type { Frozen } from '@towncrier/storage';

/** What reaches the public, and cannot be made unsaid, and what prepares it. Names as steps have them. */
export const outwardAct = z.enum([
  'publish',
  'urgent/confirm',
  'correct',
  'withdraw',
  'expire',
  'lift',
  'repeal',
]);
export type OutwardAct = z.infer<typeof outwardAct>;

export const consequencesQuery = z.strictObject({ act: outwardAct });

const row = z.object({
  channel: channelId,
  title: z.string(),
  result: z.string().meta({ description: 'What the public will find there' }),
  people: z.string().meta({ description: 'Whom it reaches, e.g. 3/4 块屏' }),
  cost: z.string().nullable().meta({ description: 'Null where it costs nothing worth counting' }),
  recall: z.object({
    can: z.boolean().meta({ description: 'False: some of it stays with people whatever is done' }),
    words: z.string(),
  }),
  quiet: z.string().nullable().meta({ description: 'Until when it waits for quiet hours to be over' }),
  conflicts: z.array(z.string()),
});

/** What will become of an act that reaches the public, channel by channel, before the click. */
export const consequences = z
  .object({
    act: outwardAct,
    words: z.string().meta({ description: 'All of it in one sentence' }),
    rows: z.array(row),
    conflicts: z.array(z.string()).meta({ description: 'Of the whole, e.g. a correction that is in work' }),
    confirm: z
      .object({
        why: z.string(),
        label: z.string(),
        typed: z.string().meta({ description: 'What has to be typed before the act is offered' }),
      })
      .nullable()
      .meta({
        description: 'Where it cannot be taken back and reaches more people than the house lets pass',
      }),
  })
  .meta({ id: 'Consequences' });
export type Consequences = Frozen<z.infer<typeof consequences>>;
export type ConsequenceRow = Consequences['rows'][number];

import { channelId, movedDelivery } from '@towncrier/contracts';
import { z } from 'zod';

const count = z.int().nonnegative();
const instant = z.string();

export const alarm = z
  .object({
    key: z.string().meta({ description: 'The same for as long as the same is the matter' }),
    channels: z.array(channelId).meta({ description: 'Whose tiles it colours' }),
    account: z.string().nullable().meta({ description: 'Id of the account it is about, on its one channel' }),
    words: z.string().meta({ description: 'What is the matter' }),
    count: count.meta({ description: 'Of how many things' }),
    since: instant.nullable(),
    owner: z.string().meta({ description: 'Who must act' }),
    next: z.string().meta({ description: 'What they do next' }),
    at: z
      .object({ page: z.string(), search: z.record(z.string(), z.string()) })
      .meta({ description: 'The page of the console where it is done' }),
  })
  .meta({ id: 'Alarm' });
export type Alarm = z.infer<typeof alarm>;

/** `act` an alarm is about it · `watch` it is in trouble and goes on by itself · `idle` nothing goes out · `good`. */
export const light = z.enum(['good', 'idle', 'watch', 'act', 'unknown']);
export type Light = z.infer<typeof light>;

const figures = {
  light,
  words: z.string().meta({ description: 'What the light says' }),
  share: z
    .number()
    .nullable()
    .meta({ description: 'Of the last 24 hours, confirmed of all that came to rest' }),
  p95: count.nullable().meta({ description: 'ms from release to confirmed' }),
  backlog: count,
  oldest: instant.nullable(),
};

export const accountTile = z
  .object({
    id: z.string(),
    title: z.string(),
    ...figures,
    silentDays: count.nullable().meta({ description: 'Whole days since it last published; null for none' }),
    expires: z
      .array(z.object({ what: z.string(), on: z.iso.date() }))
      .meta({ description: 'What it is called with, and the day on which it runs out' }),
  })
  .meta({ id: 'AccountTile' });
export type AccountTile = z.infer<typeof accountTile>;

export const channelTile = z
  .object({
    channel: channelId,
    title: z.string(),
    mode: z.enum(['twin', 'live']),
    online: z.boolean(),
    ...figures,
    confirmed: count.meta({ description: 'In the last 24 hours' }),
    quota: z.string().nullable(),
    accounts: z.array(accountTile),
  })
  .meta({ id: 'ChannelTile' });
export type ChannelTile = z.infer<typeof channelTile>;

/** What is in operation at this moment, and what people must do about it. */
export const nowView = z
  .object({
    at: instant,
    ledger: z
      .boolean()
      .meta({ description: 'Whether the ledger could be asked; without it figures are missing' }),
    alarms: z.array(alarm).meta({ description: 'There is one if and only if a person must act' }),
    tiles: z.array(channelTile),
    moved: z
      .array(
        movedDelivery.omit({ state: true }).extend({ state: movedDelivery.shape.state, words: z.string() }),
      )
      .meta({ description: 'What moved on in the last 15 minutes, the newest first' }),
  })
  .meta({ id: 'Now' });
export type NowView = z.infer<typeof nowView>;

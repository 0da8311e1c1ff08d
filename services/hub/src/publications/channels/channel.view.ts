import { channelAnnounced } from '@towncrier/contracts';
import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';
import type { Person } from '../../access/person.ts';
import { steps } from '../../access/steps/step.ts';
import { channelSteps } from './channel.steps.ts';
import type { KnownChannel } from './known.channel.ts';

/** A channel as it said of itself last, and whether it is there. */
export const channelView = channelAnnounced
  .extend({
    version: z.int().positive().meta({ description: 'To be named by whoever removes it' }),
    online: z.boolean().meta({
      description: 'It announces itself now. One that does not stays addressed: deliveries wait for it',
    }),
    lastSeen: z.string(),
    steps,
  })
  .meta({ id: 'Channel' });
export type ChannelView = Frozen<z.infer<typeof channelView>>;

export const channelList = z.object({ channels: z.array(channelView) });
export type ChannelList = Frozen<z.infer<typeof channelList>>;

export const removeChannel = z
  .strictObject({ version: z.int().positive(), reason: z.string().trim().min(1).max(200) })
  .meta({ id: 'RemoveChannel' });

export const channelViewOf = (who: Person, known: KnownChannel): ChannelView => ({
  ...known.doc.announced,
  ready: known.online && known.doc.announced.ready,
  version: known.doc.revision,
  online: known.online,
  lastSeen: known.doc.lastSeen,
  steps: channelSteps(who, known),
});

import { channelAnnounced } from '@towncrier/contracts';
import { z } from 'zod';

export const channelList = z.object({ channels: z.array(channelAnnounced) });

import { runChannel } from '@towncrier/channel-kit';
import { channel } from './channel.ts';

await runChannel(channel);

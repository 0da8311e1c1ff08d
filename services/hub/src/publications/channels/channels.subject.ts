import type { Subject } from '../../http/subject.ts';
import type { Screened } from '../../access/people/screens.ts';
import { channelActs } from './channel.acts.ts';
import { ChannelsController } from './channels.controller.ts';
import { channelPaths } from './channels.paths.ts';

export const channelsSubject: Subject & Screened = {
  name: 'channels',
  description: 'Where things go',
  chapter: 30,
  acts: channelActs,
  controllers: [ChannelsController],
  paths: channelPaths,
};

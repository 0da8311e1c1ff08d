import type { Subject } from '../../http/subject.ts';
import { ChannelsController } from './channels.controller.ts';
import { channelPaths } from './channels.paths.ts';

export const channelsSubject: Subject = {
  name: 'channels',
  description: 'Where things go',
  chapter: 30,
  controllers: [ChannelsController],
  paths: channelPaths,
};

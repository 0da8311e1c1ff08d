import { channelPaths } from '../../http/service.paths.ts';
import type { Subject } from '../../http/subject.ts';
import { ChannelsController } from './channels.controller.ts';

export const channelsSubject: Subject = {
  name: 'channels',
  description: 'Where things go',
  controllers: [ChannelsController],
  paths: channelPaths,
};

import { channelPaths } from '../openapi/service.paths.ts';
import type { Subject } from '../subject.ts';
import { ChannelsController } from './channels.controller.ts';

export const channelsSubject: Subject = {
  name: 'channels',
  description: 'Where things go',
  controllers: [ChannelsController],
  paths: channelPaths,
};

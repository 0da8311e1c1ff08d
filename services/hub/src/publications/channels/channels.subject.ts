import type { Subject } from '../../http/subject.ts';
import { channelActs } from './channel.acts.ts';
import { ChannelsController } from './channels.controller.ts';
import { channelPaths } from './channels.paths.ts';
import { anybody, type Screened } from '../../access/people/screens.ts';
import { limitTitles, recallTitles } from './channel.words.ts';

export const channelsSubject: Subject & Screened = {
  name: 'channels',
  description: 'Where things go',
  chapter: 30,
  acts: channelActs,
  screens: [
    {
      key: 'channels',
      open: anybody,
      shows: ['channels'],
      words: { recall: recallTitles, limit: limitTitles },
    },
  ],
  controllers: [ChannelsController],
  paths: channelPaths,
};

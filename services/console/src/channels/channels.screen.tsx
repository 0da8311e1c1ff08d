import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'channels',
  label: '渠道',
  group: { first: 4 },
  load: () => import('./channels.page.tsx').then((page) => page.ChannelsPage),
};

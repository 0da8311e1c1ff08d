import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'now',
  label: '现在',
  group: { first: 3 },
  load: () => import('./now.page.tsx').then((page) => page.NowPage),
};

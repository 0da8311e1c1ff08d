import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'deadlines',
  label: '期限',
  group: '目录与期限',
  load: () => import('./deadlines.page.tsx').then((page) => page.DeadlinesPage),
};

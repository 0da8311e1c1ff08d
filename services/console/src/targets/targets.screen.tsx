import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'targets',
  label: '终端',
  group: '管理',
  load: () => import('./targets.page.tsx').then((page) => page.TargetsPage),
};

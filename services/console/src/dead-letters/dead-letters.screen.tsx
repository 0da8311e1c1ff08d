import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'dead-letters',
  label: '死信',
  group: '管理',
  load: () => import('./dead-letters.page.tsx').then((page) => page.DeadLettersPage),
};

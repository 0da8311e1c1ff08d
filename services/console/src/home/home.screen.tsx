import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'home',
  label: '首页',
  group: { first: 0 },
  load: () => import('./home.page.tsx').then((page) => page.HomePage),
};

import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'warnings',
  label: '预警',
  group: '编审',
  load: () => import('./warnings.page.tsx').then((page) => page.WarningsPage),
};

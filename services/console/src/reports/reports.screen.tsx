import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'reports',
  label: '编审月报',
  group: '监督',
  load: () => import('./reports.page.tsx').then((page) => page.ReportsPage),
};

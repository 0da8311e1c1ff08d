import type { SideScreen } from '../frame/screen.ts';

export const screen: SideScreen = {
  key: 'trends',
  label: '走势',
  beside: 'now',
  load: () => import('./trends.page.tsx').then((page) => page.TrendsPage),
};

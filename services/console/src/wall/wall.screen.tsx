import type { SideScreen } from '../frame/screen.ts';

export const screen: SideScreen = {
  key: 'wall',
  label: '值班大屏',
  beside: 'now',
  bare: true,
  load: () => import('./wall.page.tsx').then((page) => page.WallPage),
};

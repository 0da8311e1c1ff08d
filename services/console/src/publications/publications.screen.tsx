import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'list',
  label: '发布件',
  group: { first: 1 },
  load: () => import('./publications.page.tsx').then((page) => page.PublicationsPage),
};

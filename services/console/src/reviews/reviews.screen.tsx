import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'reviews',
  label: '待我办理',
  group: '编审',
  load: () => import('./reviews.page.tsx').then((page) => page.ReviewsPage),
};

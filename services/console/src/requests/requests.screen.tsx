import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'requests',
  label: '依申请公开',
  group: '目录与期限',
  load: () => import('./requests.page.tsx').then((page) => page.RequestsPage),
};

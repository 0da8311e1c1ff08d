import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'columns',
  label: '栏目',
  group: '目录与期限',
  load: () => import('./columns.page.tsx').then((page) => page.ColumnsPage),
};

import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'catalogue',
  label: '公开事项目录',
  group: '目录与期限',
  load: () => import('./catalogue.page.tsx').then((page) => page.CataloguePage),
};

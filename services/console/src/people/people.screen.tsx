import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'people',
  label: '人员与授权',
  group: '管理',
  load: () => import('./people.page.tsx').then((page) => page.PeoplePage),
};

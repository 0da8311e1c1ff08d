import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'account',
  label: '我的账号',
  group: '管理',
  load: () => import('./account.page.tsx').then((page) => page.AccountPage),
};

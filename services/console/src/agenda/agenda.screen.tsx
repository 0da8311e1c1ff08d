import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'agenda',
  label: '日历',
  group: '目录与期限',
  load: () => import('./agenda.page.tsx').then((page) => page.AgendaPage),
};

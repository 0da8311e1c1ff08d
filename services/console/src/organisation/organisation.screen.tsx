import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'organisations',
  label: '机构与联络员',
  group: '管理',
  load: () => import('./organisation.page.tsx').then((page) => page.OrganisationPage),
};

import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'audit',
  label: '审计',
  group: '监督',
  load: () => import('./audit.page.tsx').then((page) => page.AuditPage),
};

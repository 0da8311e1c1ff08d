import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'deliveries',
  label: '投递与运维',
  group: { first: 4 },
  load: () => import('./deliveries.page.tsx').then((page) => page.DeliveriesPage),
};

import type { ThingScreen } from '../frame/screen.ts';

export const screen: ThingScreen = {
  key: 'publication',
  label: '发布件',
  below: 'list',
  load: () => import('./publication.page.tsx').then((page) => page.PublicationPage),
};

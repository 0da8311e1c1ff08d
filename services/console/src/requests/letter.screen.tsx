import type { ThingScreen } from '../frame/screen.ts';

export const screen: ThingScreen = {
  key: 'request-letter',
  label: '依申请公开文书',
  below: 'requests',
  load: () => import('./letter.page.tsx').then((page) => page.LetterPage),
};

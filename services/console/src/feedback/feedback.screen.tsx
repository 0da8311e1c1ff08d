import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'feedback',
  label: '公众反馈',
  group: '目录与期限',
  load: () => import('./feedback.page.tsx').then((page) => page.FeedbackPage),
};

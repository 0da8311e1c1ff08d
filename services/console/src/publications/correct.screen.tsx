import type { ThingScreen } from '../frame/screen.ts';

export const screen: ThingScreen = {
  key: 'correct',
  label: '更正',
  below: 'list',
  load: async () => {
    const { WritePage } = await import('./write.page.tsx');
    return ({ id }) => <WritePage id={id} purpose="correct" />;
  },
};

import type { Screen } from '../frame/screen.ts';

export const screen: Screen = {
  key: 'write',
  label: '撰写',
  group: { first: 2 },
  load: async () => {
    const { WritePage } = await import('./write.page.tsx');
    return () => <WritePage />;
  },
};

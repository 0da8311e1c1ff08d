import type { ThingScreen } from '../frame/screen.ts';

export const screen: ThingScreen = {
  key: 'edit',
  label: '修改草稿',
  below: 'list',
  load: async () => {
    const { WritePage } = await import('./write.page.tsx');
    return ({ id }) => <WritePage id={id} purpose="edit" />;
  },
};

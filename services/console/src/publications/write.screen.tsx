import type { Screen } from '../frame/screen.ts';
import { WritePage } from './write.page.tsx';

export const screen: Screen = {
  key: 'write',
  label: '撰写',
  group: { first: 2 },
  Page: () => <WritePage />,
};

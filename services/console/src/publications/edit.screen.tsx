import type { ThingScreen } from '../frame/screen.ts';
import { WritePage } from './write.page.tsx';

export const screen: ThingScreen = {
  key: 'edit',
  below: 'list',
  Page: ({ id }) => <WritePage id={id} purpose="edit" />,
};

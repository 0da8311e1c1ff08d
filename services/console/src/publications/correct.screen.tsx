import type { ThingScreen } from '../frame/screen.ts';
import { WritePage } from './write.page.tsx';

export const screen: ThingScreen = {
  key: 'correct',
  below: 'list',
  Page: ({ id }) => <WritePage id={id} purpose="correct" />,
};

import type { Screen, SideScreen, ThingScreen } from '../frame/screen.ts';

export type AnyScreen = Screen | ThingScreen | SideScreen;

const found = import.meta.glob<{ readonly screen: AnyScreen }>('../*/*.screen.tsx', {
  eager: true,
});
export const screens: readonly AnyScreen[] = Object.keys(found)
  .sort()
  .flatMap((path) => found[path]?.screen ?? []);

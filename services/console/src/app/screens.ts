import type { Screen, ThingScreen } from '../frame/screen.ts';

const found = import.meta.glob<{ readonly screen: Screen | ThingScreen }>('../*/*.screen.tsx', {
  eager: true,
});
export const screens: readonly (Screen | ThingScreen)[] = Object.keys(found)
  .sort()
  .flatMap((path) => found[path]?.screen ?? []);

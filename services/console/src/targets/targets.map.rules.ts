import type { Target } from './targets.ts';

type State = Target['state']['is'];

export const stateWords: Readonly<Record<State, string>> = {
  active: '启用',
  paused: '暂停',
  retired: '停用',
};

/** A target as it stands on a map. */
export interface Placed {
  readonly id: string;
  readonly title: string;
  readonly state: State;
  /** Latitude and longitude. */
  readonly at: readonly [number, number];
}

/** Which of them can stand on a map, and which cannot. */
export const placedOf = (targets: readonly Target[]) => ({
  placed: targets.flatMap(({ id, title, state, position }): Placed[] =>
    position === null ? [] : [{ id, title, state: state.is, at: [position.latitude, position.longitude] }],
  ),
  others: targets.filter(({ position }) => position === null),
});

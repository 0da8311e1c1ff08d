import { lasting } from '../frame/time.ts';

interface Known {
  /** Now, and when the hub last answered, ms; 0 for never. */
  readonly clock: number;
  readonly saidAt: number;
  /** Whether the stream of changes is heard. */
  readonly heard: boolean;
  /** Whether the last question was not answered. */
  readonly failed: boolean;
}

/** A stream breaks for a moment when a hub is started anew; longer than this (ms) is a cut. */
const patienceMs = 45_000;

/** What a wall says that no longer knows what is so; null while it knows. */
export function staleness({ clock, saidAt, heard, failed }: Known) {
  if (saidAt === 0) return failed ? { title: '没有数据', words: '联系不上编审中枢，正在重试' } : null;
  const old = clock - saidAt > patienceMs;
  if (!failed && (heard || !old)) return null;
  if (!old && !failed) return null;
  return {
    title: '画面已过时，请勿据此判断',
    words: `与编审中枢失去联系 ${lasting(new Date(saidAt).toISOString(), clock)}，正在重新连接；急事请电话核实`,
  };
}

import type { Capabilities } from '@towncrier/contracts';
import type { Bench } from './bench.ts';
import type { Fault } from './twin.ts';

/** One thing every channel promises, and how it is tried. Evidence comes out of the twin's own store. */
export interface ChannelPromise {
  /** By which a channel's `waivers` name it. */
  readonly name: string;
  readonly sentence: string | ((can: Capabilities) => string);
  /** Without this fault of the twin it cannot be tried; the channel must then waive it. */
  readonly needs?: Fault['kind'];
  /** Without a declaration of targets, or of some that an audience chooses among, there is nothing to try. */
  readonly declares?: 'targets' | 'choice';
  prove(bench: Bench): Promise<void> | void;
}

import { expect } from 'vitest';
import type { ChannelPromise } from '../channel.promise.ts';

/** Trouble at the far end comes to whoever can act. */
export const trouble: readonly ChannelPromise[] = [
  {
    name: 'busy',
    sentence: 'waits and tries again while the far end is busy',
    needs: 'busy',
    prove: async (bench) => {
      bench.lab.twin.fault({ kind: 'busy', times: 1 });
      await bench.published(bench.here);
      expect((await bench.visible()).length).toBeGreaterThan(0);
    },
  },
  {
    name: 'refuse',
    sentence: 'tells the editor when the far end refuses the content',
    needs: 'refuse',
    prove: async (bench) => {
      const { lab, here } = bench;
      // whatever refuses it refuses it in every call, and there may be several
      lab.twin.fault({ kind: 'refuse', times: 10 });
      const rest = await lab.settled(await lab.release(here));
      lab.twin.fault({ kind: 'refuse', times: 0 });
      expect(rest.outcome).toBe('refused');
      expect(rest.evidence.detail).toBeTruthy();
      expect(await bench.visible()).toEqual([]);
    },
  },
  {
    name: 'deny',
    sentence: 'asks an operator when the far end does not accept its credentials',
    needs: 'deny',
    prove: async (bench) => {
      const { lab, here } = bench;
      lab.twin.fault({ kind: 'deny', times: 10 });
      const rest = await lab.settled(await lab.release(here));
      lab.twin.fault({ kind: 'deny', times: 0 });
      expect(rest.outcome).toBe('failed');
      expect(await bench.visible()).toEqual([]);
    },
  },
  {
    name: 'abort',
    sentence: 'ends a call that takes too long',
    needs: 'slow',
    prove: async ({ lab, here }) => {
      lab.twin.fault({ kind: 'slow', times: 1, ms: 4000 });
      const delivery = await lab.release(here);
      const outcome = await lab.until(() => lab.broker.attempts(delivery)[0]?.outcome);
      expect(['unknown', 'busy']).toContain(outcome);
      await lab.settled(delivery);
    },
  },
];

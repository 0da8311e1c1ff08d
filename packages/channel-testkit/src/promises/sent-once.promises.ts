import { expect } from 'vitest';
import type { ChannelPromise } from '../channel.promise.ts';

/** Nothing reaches people twice. */
export const sentOnce: readonly ChannelPromise[] = [
  {
    name: 'repeat',
    sentence: 'publishes once, however often the event arrives',
    prove: async (bench) => {
      const { lab, here } = bench;
      await bench.published(here);
      const before = (await bench.all()).length;
      expect(before).toBeGreaterThan(0);
      await Promise.all([lab.release(here), lab.release(here), lab.release(here)]);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await bench.all()).length).toBe(before);
    },
  },
  {
    name: 'kill',
    sentence: 'survives a kill between sent and recorded without sending again',
    prove: async (bench) => {
      const { lab, here } = bench;
      const usual = await bench.usual('TESTKEPT');
      const died = lab.crashOnNextAnswer();
      const delivery = await lab.release(here);
      await died;
      await lab.crashAndRestart();
      expect((await lab.settled(delivery)).outcome).toBe('confirmed');
      expect((await bench.all()).length).toBe(usual);
    },
  },
  {
    name: 'timeout',
    sentence: 'finds out what happened when the far end accepts and never answers',
    needs: 'hang-after-accept',
    prove: async (bench) => {
      const { lab, here } = bench;
      const usual = await bench.usual('TESTHANG');
      lab.twin.fault({ kind: 'hang-after-accept', times: 1 });
      const delivery = await lab.release(here);
      expect((await lab.settled(delivery)).outcome).toBe('confirmed');
      expect(lab.broker.attempts(delivery).map((a) => a.outcome)).toContain('unknown');
      expect((await bench.all()).length).toBe(usual);
    },
  },
  {
    name: 'crowd',
    sentence: 'finds what it sent behind all that others sent since',
    needs: 'crowd',
    prove: async (bench) => {
      const { lab, here } = bench;
      const usual = await bench.usual('TESTCRWD');
      lab.twin.fault({ kind: 'crowd', times: 1 });
      const died = lab.crashOnNextAnswer();
      const delivery = await lab.release(here);
      await died;
      await lab.crashAndRestart();
      expect((await lab.settled(delivery)).outcome).toBe('confirmed');
      expect((await bench.all()).length).toBe(usual);
    },
  },
];

import { expect } from 'vitest';
import { wordsOf } from '../bench.ts';
import type { ChannelPromise } from '../channel.promise.ts';

const west = { title: '关于灵泉西路停水检修的通知' };
const wrong = '灵泉东路停水检修';

/** What comes later wins, whatever arrives first; what is too late does not begin. */
export const order: readonly ChannelPromise[] = [
  {
    name: 'deadline',
    sentence: 'sends nothing after the deadline',
    prove: async (bench) => {
      const deadline = new Date(Date.now() - 1000).toISOString();
      const rest = await bench.lab.settled(await bench.lab.release(bench.here, { deadline }));
      expect(rest.outcome).toBe('expired');
      expect(await bench.all()).toEqual([]);
    },
  },
  {
    name: 'validity',
    sentence: 'sends nothing once its words are no longer valid, whoever asks for it again',
    prove: async (bench) => {
      const { lab, here } = bench;
      const expiresAt = new Date(Date.now() - 1000).toISOString();
      expect((await lab.settled(await lab.release(here, { expiresAt }))).outcome).toBe('expired');
      expect((await lab.retried(here, 'publish')).outcome).toBe('expired');
      expect(await bench.all()).toEqual([]);
    },
  },
  {
    name: 'correction',
    sentence: (can) => `shows a correction (${can.revise})`,
    prove: async (bench) => {
      await bench.published(bench.here);
      await bench.published(bench.corrected(west));
      const words = wordsOf(await bench.visible());
      expect(words).toContain('灵泉西路');
      if (bench.lab.channel.can.revise === 'in-place') expect(words).not.toContain(wrong);
    },
  },
  {
    name: 'overtaken',
    sentence: 'never lets a slow first edition come after its correction',
    prove: async (bench) => {
      const { lab, here } = bench;
      expect((await lab.settled(await lab.release(bench.corrected(west)))).outcome).toBe('confirmed');
      expect((await lab.settled(await lab.release(here))).outcome).toBe('superseded');
      expect(wordsOf(await bench.all())).not.toContain(wrong);
    },
  },
  {
    name: 'withdrawn-before-sent',
    sentence: 'shows nothing when the withdrawal comes first',
    prove: async (bench) => {
      const { lab, here } = bench;
      await lab.settled(await lab.withdraw(here));
      expect((await lab.settled(await lab.release(here))).outcome).toBe('superseded');
      expect(await bench.all()).toEqual([]);
    },
  },
  {
    name: 'withdraw-twice',
    sentence: (can) => `takes back what it published (${can.recall}), and a second request changes nothing`,
    prove: async (bench) => {
      const { lab, here } = bench;
      await bench.published(here);
      const rest = await lab.settled(await lab.withdraw(here));
      expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
      const left = (await bench.all()).length;
      const words = wordsOf(await bench.visible());
      if (lab.channel.can.recall === 'erase')
        expect(words === '' || words.includes('撤回'), words).toBe(true);
      else expect(words).toContain('撤回');
      await lab.withdraw(here);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await bench.all()).length).toBe(left);
    },
  },
];

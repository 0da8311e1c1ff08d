import { expect } from 'vitest';
import type { Bench } from '../bench.ts';
import type { ChannelPromise } from '../channel.promise.ts';
import type { Shown } from '../twin.ts';

const west = { title: '关于灵泉西路停水检修的通知' };
const taken = /撤回|失效|废止/;

/**
 * After a confirmed withdrawal nothing stands that does not say so: erased posts are gone, and whoever has a
 * message got the one that takes it back, once.
 */
async function nothingStands(bench: Bench, publication: string): Promise<void> {
  const shown = (await bench.lab.twin.shown(publication)).filter((s) => s.visible);
  const standing = shown.filter((s) => !taken.test(s.text));
  if (bench.lab.channel.can.recall !== 'follow-up') {
    expect(standing.map((s) => [s.target, s.text.slice(0, 30)])).toEqual([]);
    return;
  }
  const told = shown.filter((s) => taken.test(s.text)).map((s) => s.target);
  expect(told.toSorted()).toEqual(targetsOf(standing));
}

const targetsOf = (shown: readonly Shown[]): string[] => [...new Set(shown.map((s) => s.target))].toSorted();

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Withdraws `ms` after the correction was released; the publication has a name of its own. */
async function overtakes(bench: Bench, ms: number): Promise<void> {
  const { lab } = bench;
  await bench.published(bench.here);
  await lab.release(bench.corrected(west));
  await pause(ms);
  const rest = await lab.settled(await lab.withdraw(bench.corrected(west)));
  expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
  await nothingStands(bench, bench.here.publication);
}

/** A withdrawal leaves nothing standing, whatever it overtakes. */
export const withdrawn: readonly ChannelPromise[] = [
  {
    name: 'withdrawn-while-correcting',
    sentence: 'leaves nothing standing when a withdrawal overtakes a correction',
    prove: async (bench) => {
      for (const [i, ms] of [0, 20, 60, 120, 250, 500].entries())
        await overtakes(bench.another(`TESTGAP${i}`), ms);
    },
  },
  {
    name: 'withdrawn-unseen',
    sentence: 'takes back what it sent and has not looked at yet',
    prove: async (bench) => {
      const { lab, here } = bench;
      lab.twin.fault({ kind: 'slow', times: 1, ms: 400 });
      await lab.release(here);
      await pause(200);
      const rest = await lab.settled(await lab.withdraw(here));
      expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
      await nothingStands(bench, here.publication);
      if (lab.channel.can.recall === 'follow-up')
        expect((await bench.all()).some((s) => taken.test(s.text))).toBe(true);
      lab.twin.fault({ kind: 'slow', times: 0 });
    },
  },
];

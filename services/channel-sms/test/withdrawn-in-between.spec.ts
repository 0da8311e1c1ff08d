import { setTimeout as sleep } from 'node:timers/promises';
import { ChannelLab, sampleEdition } from '@towncrier/channel-testkit/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { twin } from '../twin/twin.ts';

/** Twenty-five people in three calls. */
const environment = { ...pkg.towncrier.environment, SMS_BATCH: '10' };
const open = () => ChannelLab.open(channel, twin, { environment });
type Lab = Awaited<ReturnType<typeof open>>;

const first = sampleEdition();
const second = sampleEdition({
  edition: 2,
  content: { title: '关于灵泉西路停水检修的通知' },
  corrects: { edition: 1, reason: '时间有误' },
});

describe('a withdrawal that comes in between', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  /** Whoever got an edition is told once that it no longer holds, and nobody else is. */
  const everybodyIsToldOnce = async (): Promise<number> => {
    const by = Map.groupBy(await lab.twin.shown(first.publication), ({ target }) => target);
    for (const [number, all] of by) {
      const told = all.filter(({ text }) => text.includes('撤回'));
      expect([number, all.length > told.length, told.length]).toEqual([number, true, 1]);
      expect(all.at(-1)?.text).toContain('撤回');
    }
    return by.size;
  };

  it('before the first report reaches everybody who has the notice', async () => {
    lab.twin.fault({ kind: 'slow', times: 1, ms: 200 });
    await lab.release(first);
    await lab.until(async () => (await lab.twin.shown(first.publication)).length > 0);
    expect((await lab.settled(await lab.withdraw(first))).outcome).toBe('confirmed');
    expect(await everybodyIsToldOnce()).toBeGreaterThanOrEqual(10);
  });

  it.each([0, 100, 250, 450, 700])(
    'while a correction is on its way, %i ms after it, reaches everybody who has an edition',
    async (ms) => {
      expect((await lab.settled(await lab.release(first))).outcome).toBe('confirmed');
      lab.twin.fault({ kind: 'slow', times: 3, ms: 200 });
      await lab.release(second);
      await sleep(ms);
      expect((await lab.settled(await lab.withdraw(second))).outcome).toBe('confirmed');
      expect(await everybodyIsToldOnce()).toBe(25);
    },
  );

  it('and a kill at the same time tell nobody twice', async () => {
    await lab.settled(await lab.release(first));
    const died = lab.crashOnNextAnswer();
    await lab.release(second);
    await died;
    await lab.crashAndRestart();
    const delivery = await lab.withdraw(second);
    expect((await lab.settled(delivery)).outcome).toBe('confirmed');
    expect(await everybodyIsToldOnce()).toBe(25);
  });
});

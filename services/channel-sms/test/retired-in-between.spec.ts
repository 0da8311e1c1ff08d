import { changeTarget, ChannelLab, sampleEdition } from '@towncrier/channel-testkit/testing';
import { nobody, type Audience, type TargetState } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { twin } from '../twin/twin.ts';

/** Of the county's main route, so that all go in batches of two, one after the other. */
const people = demonstration.filter(({ kind, facts }) => kind === 'recipient' && facts.route === undefined);
const named = people.slice(0, 4).map(({ id }) => id);
const environment = { ...pkg.towncrier.environment, SMS_BATCH: '2' };
const open = () => ChannelLab.open(channel, twin, { environment });

const first = sampleEdition();
const audience: Audience = {
  scope: 'some',
  of: { ...nobody, targets: named.map((id) => ({ channel: 'sms', id })) },
};
const phoneOf = (id: string): string => people.find((one) => one.id === id)?.secrets.phone ?? '';
const retired: TargetState = { is: 'retired', on: '2026-11-28' };
const paused: TargetState = { is: 'paused', reason: '本人要求' };

describe('a recipient taken out of the register', () => {
  let lab: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  /** How many messages each of the four got. */
  const got = async (): Promise<readonly number[]> => {
    const shown = await lab.twin.shown(first.publication);
    return named.map((id) => shown.filter(({ target }) => target === phoneOf(id)).length);
  };
  const be = (place: number, state: TargetState) => changeTarget(lab, named[place] ?? '', { state });

  it.each([
    ['retired', retired, '已于 2026-11-28 停用'],
    ['paused', paused, '已暂停：本人要求'],
  ])('%s between two batches gets nothing, and is named', async (_is, state, words) => {
    lab.twin.fault({ kind: 'slow', times: 1, ms: 400 });
    const delivery = await lab.release(first, { audience });
    await lab.until(async () => (await got())[0] === 1);
    await be(2, state);
    const rest = await lab.settled(delivery);
    expect(await got()).toEqual([1, 1, 0, 1]);
    expect(rest.evidence.parts).toMatchObject({ shown: 3, of: 4 });
    expect(JSON.stringify(rest.evidence)).toContain(words);
  });

  it('with all of a batch leaves it unsent, and the others are served', async () => {
    lab.twin.fault({ kind: 'slow', times: 1, ms: 400 });
    const delivery = await lab.release(first, { audience });
    await lab.until(async () => (await got())[0] === 1);
    await be(2, retired);
    await be(3, retired);
    const rest = await lab.settled(delivery);
    expect(await got()).toEqual([1, 1, 0, 0]);
    expect(rest.outcome).toBe('failed');
    expect(JSON.stringify(rest.evidence)).toContain('停用');
  });

  it('hears of the end of what it has, and of nothing that it never got', async () => {
    lab.twin.fault({ kind: 'slow', times: 1, ms: 400 });
    const delivery = await lab.release(first, { audience });
    await lab.until(async () => (await got())[0] === 1);
    await be(0, retired);
    await be(2, retired);
    await be(3, paused);
    await lab.settled(delivery);
    await lab.settled(await lab.withdraw(first));
    expect(await got()).toEqual([2, 2, 0, 0]);
  });

  it('hears of a correction of what it has, and not of one that it never got', async () => {
    const some = named.slice(0, 2).map((id) => ({ channel: 'sms', id }));
    await lab.settled(
      await lab.release(first, { audience: { ...audience, of: { ...nobody, targets: some } } }),
    );
    await be(1, retired);
    lab.twin.fault({ kind: 'slow', times: 3, ms: 400 });
    const corrected = sampleEdition({ edition: 2, corrects: { edition: 1, reason: '时间有误' } });
    const delivery = await lab.release(corrected, { audience });
    await lab.until(async () => (await got())[0] === 2);
    await be(3, retired);
    await lab.settled(delivery);
    expect(await got()).toEqual([2, 2, 1, 0]);
  });
});

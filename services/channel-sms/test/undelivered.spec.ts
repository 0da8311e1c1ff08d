import { changeTarget, ChannelLab, sampleEdition } from '@towncrier/channel-testkit/testing';
import { nobody, type Audience } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { twin } from '../twin/twin.ts';

const people = demonstration.filter(({ kind, facts }) => kind === 'recipient' && facts.route === undefined);
const named = people.slice(0, 3).map(({ id }) => id);
const environment = { ...pkg.towncrier.environment, SMS_BATCH: '2' };
const open = () => ChannelLab.open(channel, twin, { environment });
/** Nobody has these. */
const dead = ['19999910000', '19999920000', '19999930000'];

const first = sampleEdition();
const corrected = sampleEdition({ edition: 2, corrects: { edition: 1, reason: '时间有误' } });
const audience: Audience = {
  scope: 'some',
  of: { ...nobody, targets: named.map((id) => ({ channel: 'sms', id })) },
};

describe('a message that was reported as not delivered', () => {
  let lab: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const takesNumber = (place: number, phone: string) => changeTarget(lab, named[place] ?? '', {}, { phone });
  it('is followed by no withdrawal; the others hear of it', async () => {
    await takesNumber(0, dead[0] ?? '');
    await lab.settled(await lab.release(first, { audience }));
    const rest = await lab.settled(await lab.withdraw(first));
    expect(rest.outcome).toBe('confirmed');
    expect(rest.evidence.parts).toMatchObject({ shown: 2, of: 2, exceptions: [] });
  });

  it('to everybody is taken back by nothing at all', async () => {
    for (const [place, phone] of dead.entries()) await takesNumber(place, phone);
    await lab.settled(await lab.release(first, { audience }));
    expect((await lab.settled(await lab.withdraw(first))).outcome).toBe('confirmed');
    expect(await lab.twin.shown(first.publication)).toEqual([]);
  });

  it('is followed by the correction: who is meant hears what is right', async () => {
    await takesNumber(0, dead[0] ?? '');
    await lab.settled(await lab.release(first, { audience }));
    await takesNumber(0, '19999910001');
    await lab.settled(await lab.release(corrected, { audience }));
    const got = (await lab.twin.shown(first.publication)).filter(({ target }) => target === '19999910001');
    expect(got).toHaveLength(1);
    const ended = await lab.settled(await lab.withdraw(corrected));
    expect(ended.evidence.parts).toMatchObject({ shown: 3, of: 3 });
  });
});

import { describe, expect, it } from 'vitest';
import { corrected, goneOut, released, withdrawn } from '../../testing/story.ts';
import { heard, recordsOf, toldAgain, type Patience, type ReleaseRecord } from './release.record.ts';

const patience: Patience = { afterMs: 10_000, maxWaitMs: 300_000, giveUpMs: 30 * 86_400_000 };
const first = (): ReleaseRecord => recordsOf(released().publication, patience)[0] as ReleaseRecord;

describe('the record of a release', () => {
  it('expects every channel, and the first look ten seconds after the release', () => {
    expect(first()).toMatchObject({
      _id: '7K3QZP4M:1:publish',
      nextAt: '2026-11-23T09:04:10.000Z',
      channels: [
        { id: 'website', accepted: false },
        { id: 'sms', accepted: false },
      ],
    });
  });

  it('rests when every channel has taken it over', () => {
    expect(heard(heard(first(), 'website', null), 'sms', 'confirmed').nextAt).toBeNull();
  });

  it('stays open for one silent channel', () => {
    expect(heard(first(), 'website', 'confirmed').nextAt).toBe('2026-11-23T09:04:10.000Z');
  });

  it('does not change by hearing the same twice, or from a stranger', () => {
    const known = heard(first(), 'website', 'confirmed');

    expect(heard(known, 'website', 'confirmed')).toBe(known);
    expect(heard(known, 'website', null)).toBe(known);
    expect(heard(known, 'radio', null)).toBe(known);
  });

  it('follows a delivery that was reopened', () => {
    expect(heard(heard(first(), 'sms', 'failed'), 'sms', 'confirmed').channels[1]).toEqual({
      id: 'sms',
      accepted: true,
      outcome: 'confirmed',
    });
  });

  it('is told again after ten, twenty, forty seconds, and at least every five minutes', () => {
    let record = first();
    const waits: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      const now = record.nextAt as string;
      record = toldAgain(record, now, patience);
      waits.push((Date.parse(record.nextAt as string) - Date.parse(now)) / 1000);
    }

    expect(waits).toEqual([20, 40, 80, 160, 300, 300, 300]);
  });

  it('is given up after a month', () => {
    expect(toldAgain(first(), '2026-12-24T09:04:00.000Z', patience).nextAt).toBeNull();
  });
});

it('knows an operation per released edition, and the withdrawal of the last one', () => {
  const story = goneOut(released().given('zhao', corrected())).given('wang', withdrawn());

  expect(recordsOf(story.publication, patience).map((r) => r._id)).toEqual([
    '7K3QZP4M:1:publish',
    '7K3QZP4M:2:publish',
    '7K3QZP4M:2:withdraw',
  ]);
});

it('has no record of what was never let out', () => {
  expect(recordsOf(released().given('zhao', corrected()).publication, patience)).toHaveLength(1);
});

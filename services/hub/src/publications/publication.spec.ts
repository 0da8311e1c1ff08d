import { describe, expect, it } from 'vitest';
import {
  approvedStory,
  corrected,
  goneOut,
  published,
  released,
  Story,
  withdrawn,
  written,
} from '../testing/story.ts';
import { channelsReached, inForceOf, newest, stateOf, wakeAt, type Publication } from './publication.ts';

const at = (day: number): string => `2026-11-${day}T08:00:00.000Z`;
const validUntil = (expiresAt: string | null) => ({
  schedule: { publishAt: null, embargoUntil: null, expiresAt },
});

describe('the state of a publication', () => {
  it('is that of its newest edition until it ends', () => {
    const story = released();
    expect(stateOf(story.publication)).toBe('released');
    expect(stateOf(story.given('zhao', corrected()).publication)).toBe('draft');
  });

  it('is how it ended, and then archived', () => {
    const story = released().given('wang', withdrawn());
    expect(stateOf(story.publication)).toBe('withdrawn');
    expect(stateOf(story.given('wang', { type: 'archivePublication', reason: '年度归档' }).publication)).toBe(
      'archived',
    );
  });
});

describe('what the public has', () => {
  it('is nothing of a draft, the edition that is out, and nothing after the end', () => {
    expect(inForceOf(new Story().given('li', written()).publication)).toBeNull();
    const story = released();
    expect(inForceOf(story.publication)?.edition).toBe(1);
    expect(inForceOf(story.given('zhao', corrected()).publication)?.edition).toBe(1);
    expect(newest(story.publication).edition).toBe(2);
    expect(inForceOf(story.given('wang', withdrawn()).publication)).toBeNull();
  });

  it('stands on every channel that was ever sent an edition, none twice, none that is only planned', () => {
    expect(channelsReached(new Story().given('li', written()).publication)).toEqual([]);
    const story = released().given('zhao', corrected('c', { channels: ['website', 'sms', 'led'] }));
    expect(channelsReached(story.publication)).toEqual(['website', 'sms']);
    expect(
      channelsReached(goneOut(released().given('zhao', corrected('c', { channels: ['led'] }))).publication),
    ).toEqual(['website', 'sms', 'led']);
  });
});

describe('the instant at which something happens by itself', () => {
  it('is none for what is neither scheduled nor limited', () => {
    expect(wakeAt(released().publication)).toBeNull();
    const waits = { schedule: { publishAt: at(25), embargoUntil: null, expiresAt: null } };
    expect(wakeAt(approvedStory(waits).publication)).toBeNull();
  });

  it('is the hour of a scheduled release', () => {
    const waits = { schedule: { publishAt: at(25), embargoUntil: null, expiresAt: null } };
    expect(wakeAt(approvedStory(waits).given('li', published).publication)).toBe(at(25));
  });

  it('is the end of the edition in force, whichever time zone it was written in', () => {
    expect(wakeAt(released(validUntil('2026-11-30T18:00:00+08:00')).publication)).toBe(
      '2026-11-30T10:00:00.000Z',
    );
  });

  it('is the earlier of both, and none once it has ended', () => {
    const running = released(validUntil(at(28))).publication;
    const nextAt = (day: number): Publication => ({
      ...running,
      editions: [
        ...running.editions,
        {
          ...newest(running),
          edition: 2,
          state: 'scheduled',
          schedule: { publishAt: at(day), embargoUntil: null, expiresAt: null },
        },
      ],
    });
    expect(wakeAt(nextAt(26))).toBe(at(26));
    expect(wakeAt(nextAt(29))).toBe(at(28));
    expect(wakeAt(released(validUntil(at(28))).given('wang', withdrawn()).publication)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { approvedStory, released, Story, submitted, termsOf, written } from '../../testing/story.ts';
import { decide } from '../publication.decide.ts';
import { evolve } from '../publication.evolve.ts';
import { newest, type Publication } from '../publication.ts';
import type { Terms } from '../publication.terms.ts';
import { moveRelease } from './move.rules.ts';

const now = '2026-11-23T12:00:00.000Z';
const schedule = { publishAt: '2026-11-25T01:00:00.000Z', embargoUntil: null, expiresAt: null };
const period = (from: string, to: string): Partial<Terms> => ({
  matter: { type: 'public-notice', column: 'gsgg', item: null, fields: { period: { from, to } } },
});
const draft = (more: Partial<Terms> = {}): Publication =>
  new Story().given('li', written({ schedule, ...more })).publication;
const refusal = (state: Publication, to: string): string => {
  const moved = moveRelease(state, to, now);
  return moved.kind === 'refused' ? `${moved.code} ${moved.words}` : 'moved';
};
const thursday = '2026-11-26T01:00:00.000Z';

describe('another hour for what goes out by itself', () => {
  it('changes the hour and nothing else', () => {
    expect(moveRelease(draft(), thursday, now)).toEqual({
      kind: 'moved',
      terms: termsOf('a', { schedule: { ...schedule, publishAt: thursday } }),
    });
  });

  it('makes a draft of what was approved, and its reviews void', () => {
    const story = approvedStory({ schedule }).given('li', { type: 'publishEdition' });
    expect(newest(story.publication).state).toBe('scheduled');
    const moved = moveRelease(story.publication, thursday, now);
    if (moved.kind !== 'moved') throw new Error(moved.words);
    const edit = { type: 'editDraft', terms: moved.terms, losses: [], by: 'li', at: now } as const;
    const decision = decide(edit, story.publication);
    if (decision.kind !== 'done') throw new Error(decision.words);
    const after = newest(decision.events.reduce<Publication>(evolve, story.publication));
    expect([after.state, after.schedule.publishAt]).toEqual(['draft', thursday]);
    expect(after.reviews.map((r) => r.void)).toEqual([true, true]);
  });

  it('is for nothing that is out already, and nothing that has no hour', () => {
    expect(refusal(released().publication, thursday)).toContain('wrong-state');
    expect(refusal(new Story().given('li', written()).publication, thursday)).toContain('没有设定发布时间');
    expect(
      refusal(new Story().given('li', written({ schedule })).given('li', submitted()).publication, thursday),
    ).toBe('moved');
  });

  it('lies ahead, and is another one', () => {
    expect(refusal(draft(), '2026-11-25T09:00:00+08:00')).toContain('nothing-changed');
    expect(refusal(draft(), now)).toMatch(/bad-schedule 2026.*已过/u);
  });

  it('keeps to what the notice says of itself', () => {
    const embargo = { ...schedule, embargoUntil: schedule.publishAt };
    expect(refusal(draft({ schedule: embargo }), '2026-11-24T01:00:00.000Z')).toContain('解禁');
    expect(refusal(draft({ schedule: { ...schedule, expiresAt: thursday } }), thursday)).toContain(
      '失效时间',
    );
    expect(refusal(draft(period('2026-11-25', '2026-12-05')), thursday)).toContain('自 2026-11-25 起算');
    expect(refusal(draft(period('2026-11-26', '2026-12-05')), thursday)).toBe('moved');
    expect(refusal(draft({ noticeUntil: '2026-11-25' }), thursday)).toContain('公示期到 2026-11-25');
    expect(refusal(draft({ noticeUntil: '2026-11-26' }), thursday)).toBe('moved');
  });
});

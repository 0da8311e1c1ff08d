import { describe, expect, it } from 'vitest';
import { approvedStory, edited, published, released, Story, woken, written } from '../../testing/story.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString();
const publishAt = (minute: number) => ({
  schedule: { publishAt: at(minute), embargoUntil: null, expiresAt: null },
});

describe('an approved edition', () => {
  it('is published and is in force from then on', () => {
    const story = released();

    expect(story.publication.inForce).toBe(1);
    expect(story.edition).toMatchObject({
      state: 'released',
      releasedAt: '2026-11-23T09:04:00.000Z',
      reviews: [{ by: 'wang' }, { by: 'bao', stage: 'secrecy' }],
    });
  });

  it('waits for its hour, and goes out by itself', () => {
    const story = approvedStory(publishAt(30)).when('li', published).thenHappened('releaseScheduled');
    story.when('system', woken).thenRefused('nothing-due', '还没有');
    story.later(30).when('system', woken).thenHappened('editionReleased');
    story.when('system', woken).thenRefused('nothing-due', '还没有');
  });

  it('does not go out at another hour than the approved one', () => {
    approvedStory(publishAt(30)).later(30).when('li', published).thenRefused('term-over', '定时发布的时间');
  });

  it('is released by hand again after its schedule was cancelled', () => {
    const story = approvedStory(publishAt(30))
      .given('li', published)
      .given('li', { type: 'cancelSchedule', reason: '改期' });
    expect(story.edition.state).toBe('approved');
    story.later(30).when('system', woken).thenRefused('nothing-due', '还没有');
  });

  it('that is edited while it waits does not go out', () => {
    approvedStory(publishAt(30))
      .given('li', published)
      .given('li', edited('b', publishAt(30)))
      .later(30)
      .when('system', woken)
      .thenRefused('nothing-due', '还没有');
  });

  it('stays in under embargo', () => {
    const story = approvedStory({
      schedule: { publishAt: null, embargoUntil: '2026-11-23T09:30:00.000Z', expiresAt: null },
    });
    story.when('li', published).thenRefused('embargo', '2026-11-23 17:30');
    story.later(30).when('li', published).thenHappened('editionReleased');
  });

  it('of a drill never goes out, whatever was approved', () => {
    approvedStory({ drill: true }).when('li', published).thenRefused('drill', '演练');
    approvedStory({ drill: true, ...publishAt(30) })
      .when('li', published)
      .thenRefused('drill', '演练');
  });
});

describe('the hour of a release', () => {
  // approved by 09:04, when somebody says to publish
  it('that is this very minute is now', () => {
    approvedStory(publishAt(4)).when('li', published).thenHappened('editionReleased');
    approvedStory(publishAt(5)).when('li', published).thenHappened('releaseScheduled');
  });

  it('comes with its minute, not before', () => {
    const story = approvedStory(publishAt(7)).given('li', published);
    story.later(1).when('system', woken).thenRefused('nothing-due', '还没有');
    story.when('system', woken).thenHappened('editionReleased');
  });

  it('is not cancelled where none is set, and says why it was', () => {
    const cancelled = { type: 'cancelSchedule', reason: '改期' } as const;
    approvedStory().when('li', cancelled).thenRefused('wrong-state', '只有待定时发布');
    released().when('li', cancelled).thenRefused('wrong-state', '只有待定时发布');
    expect(approvedStory(publishAt(30)).given('li', published).when('li', cancelled).decision).toMatchObject({
      events: [{ type: 'scheduleCancelled', reason: '改期' }],
    });
  });

  it('under embargo is over with the embargo, to the minute', () => {
    const embargo = (embargoUntil: string) => ({
      schedule: { publishAt: null, embargoUntil, expiresAt: null },
    });
    approvedStory(embargo(at(4)))
      .when('li', published)
      .thenHappened('editionReleased');
    approvedStory(embargo(at(5)))
      .when('li', published)
      .thenRefused('embargo', '17:05');
  });
});

it('nothing but an approved edition is published', () => {
  new Story().when('li', published).thenRefused('not-found', '没有这个发布件');
  new Story().given('li', written()).when('li', published).thenRefused('wrong-state', '审定');
  released().when('li', published).thenRefused('wrong-state', '审定');
});

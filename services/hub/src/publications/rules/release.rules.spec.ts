import { describe, expect, it } from 'vitest';
import { approvedStory, edited, published, released, woken } from '../../testing/story.ts';

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

  it('goes out at once when its hour is over', () => {
    approvedStory(publishAt(1)).when('li', published).thenHappened('editionReleased');
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

import { describe, expect, it } from 'vitest';
import { hashOf, Story, submitted, written, type Wish } from '../../testing/story.ts';

const requested: Wish = {
  type: 'requestUrgentRelease',
  reason: '山洪红色预警',
  renditions: { website: hashOf('1') },
  unchecked: ['sms'],
};
const confirmed = (letter = 'a'): Wish => ({ type: 'confirmUrgentRelease', contentHash: hashOf(letter) });
const reviewed = (verdict: 'upheld' | 'faulted' = 'upheld'): Wish => ({
  type: 'reviewAfterwards',
  edition: 1,
  verdict,
  words: '内容属实',
});
const asked = (): Story =>
  new Story().given('zhiban', written({ lane: 'urgent' })).given('zhiban', requested);

describe('the urgent path', () => {
  it('goes out at once with a second person’s confirmation, and is flagged', () => {
    const story = asked().when('wang', confirmed()).thenHappened('urgentReleaseConfirmed', 'editionReleased');

    expect(story.publication).toMatchObject({
      inForce: 1,
      urgentReleases: [
        { requestedBy: 'zhiban', confirmedBy: 'wang', reviewDueAt: '2026-11-24T09:02:00.000Z', review: null },
      ],
    });
  });

  it('is not confirmed by the one who asked, nor by the one who wrote', () => {
    asked().when('zhiban', confirmed()).thenRefused('four-eyes', '第二人');
    new Story()
      .given('li', written({ lane: 'urgent' }))
      .given('zhiban', requested)
      .when('li', confirmed())
      .thenRefused('four-eyes', '不能审定自己的稿件');
  });

  it('lapses after half an hour', () => {
    asked().later(31).when('wang', confirmed()).thenRefused('request-lapsed', '30 分钟');
    asked().later(31).given('zhiban', requested).given('wang', confirmed());
  });

  it('is for urgent notices only', () => {
    new Story().given('zhiban', written()).when('zhiban', requested).thenRefused('not-urgent', '应急');
  });

  it('never lets a drill out', () => {
    new Story()
      .given('zhiban', written({ lane: 'urgent', drill: true }))
      .when('zhiban', requested)
      .thenRefused('drill', '演练');
  });

  it('does not go around a secrecy review that has begun', () => {
    new Story()
      .given('li', written({ lane: 'urgent' }))
      .given('li', submitted())
      .given('wang', { type: 'approveEdition', contentHash: hashOf('a') })
      .when('zhiban', requested)
      .thenRefused('wrong-state', '保密审查');
  });

  it('confirms exactly what was seen', () => {
    asked().when('wang', confirmed('f')).thenRefused('content-changed', '请刷新');
  });
});

describe('the review afterwards', () => {
  it('is by somebody who had no part in the release', () => {
    const story = asked().given('wang', confirmed());
    story.when('zhiban', reviewed()).thenRefused('four-eyes', '以外的人员');
    story.when('wang', reviewed()).thenRefused('four-eyes', '以外的人员');
    expect(story.given('chen', reviewed()).publication.urgentReleases).toMatchObject([
      { review: { by: 'chen', verdict: 'upheld' } },
    ]);
  });

  it('happens once', () => {
    asked()
      .given('wang', confirmed())
      .given('chen', reviewed('faulted'))
      .when('zhou', reviewed())
      .thenRefused('wrong-state', '没有等待补审');
  });
});

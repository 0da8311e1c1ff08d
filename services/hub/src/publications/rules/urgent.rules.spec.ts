import { describe, expect, it } from 'vitest';
import {
  approved,
  approvedStory,
  dayAfter,
  edited,
  hashOf,
  released,
  Story,
  submitted,
  termsOf,
  written,
  type Wish,
} from '../../testing/story.ts';
import { sealOf } from '../publication.terms.ts';

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

  it('is not asked for, and not confirmed, once its validity is over', () => {
    const until = (expiresAt: string) => ({
      lane: 'urgent' as const,
      schedule: { publishAt: null, embargoUntil: null, expiresAt },
    });
    new Story()
      .given('zhiban', written(until('2026-11-23T08:00:00.000Z')))
      .when('zhiban', requested)
      .thenRefused('term-over', '已过失效时间');
    new Story()
      .given('zhiban', written(until('2026-11-23T09:05:00.000Z')))
      .given('zhiban', requested)
      .later(5)
      .when('wang', confirmed())
      .thenRefused('term-over', '已过失效时间');
  });

  it('goes past a channel that cannot carry it, and keeps what the checks would have said', () => {
    const remarks = [{ field: 'title', message: '标题过长。', remedy: '请缩短。' }];
    const notCarried = [{ channel: 'board', why: '有1张图片无法识别。' }];
    const story = new Story()
      .given('zhiban', written({ lane: 'urgent' }))
      .given('zhiban', { ...requested, notCarried, remarks } as Wish);
    expect(story.edition).toMatchObject({ notCarried, urgentRequest: { remarks } });
    expect(story.given('wang', confirmed()).publication.urgentReleases).toMatchObject([{ remarks }]);
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

describe('a request for urgent release', () => {
  it('stands for half an hour to the minute', () => {
    asked().later(29).when('wang', confirmed()).thenHappened('urgentReleaseConfirmed', 'editionReleased');
    asked().later(30).when('wang', confirmed()).thenRefused('request-lapsed', '30 分钟');
  });

  it('may be made from a draft, while reviews go on, and again', () => {
    const urgent = (): Story => new Story().given('li', written({ lane: 'urgent' }));
    for (const story of [
      urgent(),
      urgent().given('li', submitted(2)),
      urgent().given('li', submitted(2)).given('wang', approved()),
    ]) {
      story.given('zhiban', requested).given('zhiban', requested);
      expect(story.edition).toMatchObject({
        state: 'awaiting-confirmation',
        claim: null,
        renditions: { website: hashOf('1') },
        urgentRequest: { by: 'zhiban', reason: '山洪红色预警' },
      });
    }
  });

  it('is too late once the edition is approved or out', () => {
    approvedStory({ lane: 'urgent' }).when('zhiban', requested).thenRefused('wrong-state', '应急先发只用于');
    released({ lane: 'urgent' }).when('zhiban', requested).thenRefused('wrong-state', '应急先发只用于');
  });

  it('needs a channel', () => {
    new Story()
      .given('li', written({ lane: 'urgent', channels: [] }))
      .when('zhiban', requested)
      .thenRefused('no-channels', '没有选择任何渠道');
  });

  it('gives the words under the number they were given', () => {
    const numbered = { ...requested, numbered: hashOf('e') } as Wish;
    const story = new Story().given('li', written({ lane: 'urgent' })).given('zhiban', numbered);
    expect(story.edition.contentHash).toBe(hashOf('e'));
  });

  it('is gone when somebody edits', () => {
    asked()
      .given('li', edited('b', { lane: 'urgent' }))
      .when('wang', confirmed('b'))
      .thenRefused('wrong-state', '没有等待确认');
  });
});

describe('its confirmation', () => {
  it('is of the terms that were seen, and records them', () => {
    const seen = (more: object): Wish => ({
      type: 'confirmUrgentRelease',
      contentHash: hashOf('a'),
      seal: sealOf(termsOf('a', { lane: 'urgent', ...more })),
    });
    asked()
      .when('wang', seen({ channels: ['led'] }))
      .thenRefused('terms-changed', '渠道');
    const story = asked().when('wang', seen({})).thenHappened('urgentReleaseConfirmed', 'editionReleased');
    expect(story.decision).toMatchObject({
      events: [{ seal: sealOf(termsOf('a', { lane: 'urgent' })), contentHash: hashOf('a') }, { edition: 1 }],
    });
  });

  it('waits for the end of an embargo', () => {
    const embargoUntil = '2026-11-23T09:20:00.000Z';
    const story = new Story()
      .given(
        'li',
        written({ lane: 'urgent', schedule: { publishAt: null, embargoUntil, expiresAt: dayAfter } }),
      )
      .given('zhiban', requested);
    story.when('wang', confirmed()).thenRefused('embargo', '2026-11-23 17:20');
    story.later(17).when('wang', confirmed()).thenHappened('urgentReleaseConfirmed', 'editionReleased');
  });
});

describe('who reviews afterwards', () => {
  it('did not write it either', () => {
    new Story()
      .given('li', written({ lane: 'urgent' }))
      .given('zhiban', requested)
      .given('wang', confirmed())
      .when('li', reviewed())
      .thenRefused('four-eyes', '撰稿人');
  });

  it('names an edition that went this way', () => {
    released().when('chen', reviewed()).thenRefused('wrong-state', '没有等待补审');
    asked()
      .given('wang', confirmed())
      .when('chen', { type: 'reviewAfterwards', edition: 2, verdict: 'upheld', words: '属实' })
      .thenRefused('wrong-state', '没有等待补审');
  });
});

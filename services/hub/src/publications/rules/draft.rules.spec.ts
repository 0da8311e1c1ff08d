import { describe, expect, it } from 'vitest';
import {
  approved,
  approvedStory,
  corrected,
  edited,
  goneOut,
  hashOf,
  published,
  released,
  Story,
  submitted,
  withdrawn,
  written,
} from '../../testing/story.ts';
import { stateOf } from '../publication.ts';

describe('a draft', () => {
  it('belongs to everybody who wrote or edited it', () => {
    const story = new Story().given('li', written()).given('zhao', edited()).given('li', edited());

    expect(story.edition).toMatchObject({
      state: 'draft',
      authors: ['li', 'zhao'],
      contentHash: hashOf('b'),
    });
  });

  it('cannot be submitted without a channel', () => {
    new Story()
      .given('li', written({ channels: [] }))
      .when('li', submitted())
      .thenRefused('no-channels', '没有选择任何渠道');
  });

  it('cannot be published unread', () => {
    new Story()
      .given('li', written())
      .when('li', published)
      .thenRefused('wrong-state', /当前状态为“草稿”.*审定/);
  });

  it('cannot be withdrawn: nobody has seen it', () => {
    new Story().given('li', written()).when('li', withdrawn()).thenRefused('wrong-state', '尚未发布');
  });

  it('is not created over another publication of the same id', () => {
    new Story().given('li', written()).when('zhao', written()).thenRefused('already-exists', '已经存在');
  });

  it('remembers what each channel will send once it is submitted, and which reviews it needs', () => {
    const story = new Story().given('li', written()).given('li', submitted(2, false));

    expect(story.edition).toMatchObject({
      state: 'submitted',
      submittedBy: 'li',
      route: { levels: 2, secrecy: false },
      renditions: { website: hashOf('1'), sms: hashOf('2') },
    });
  });

  it('cannot be set to end before it begins, nor to begin under embargo', () => {
    const at = (hour: number): string => `2026-11-24T0${hour}:00:00.000Z`;
    new Story()
      .when('li', written({ schedule: { publishAt: at(5), embargoUntil: null, expiresAt: at(4) } }))
      .thenRefused('bad-schedule', '失效时间');
    new Story()
      .when('li', written({ schedule: { publishAt: at(3), embargoUntil: at(4), expiresAt: null } }))
      .thenRefused('bad-schedule', '解禁');
  });

  it('of a 公示 cannot be set to end before its period is over', () => {
    const noticeUntil = '2026-11-30';
    const schedule = (expiresAt: string) => ({ publishAt: null, embargoUntil: null, expiresAt });
    new Story()
      .when('li', written({ noticeUntil, schedule: schedule('2026-11-30T15:59:00.000Z') }))
      .thenRefused('notice-period', '2026-11-30');
    new Story()
      .when('li', written({ noticeUntil, schedule: schedule('2026-11-30T16:00:00.000Z') }))
      .thenHappened('publicationCreated');
  });
});

describe('an edit', () => {
  it('makes a draft again of what was in review, and its approvals void', () => {
    const story = new Story()
      .given('li', written())
      .given('li', submitted(2))
      .given('wang', approved())
      .given('li', edited('a', { channels: ['website'] }));

    expect(story.edition).toMatchObject({
      state: 'draft',
      renditions: {},
      route: null,
      reviews: [{ stage: 1, by: 'wang', void: true }],
    });
  });

  it('voids the approval of everything, whatever it changes', () => {
    for (const change of [
      { channels: ['website'] },
      { audience: { scope: 'specific' as const, groups: ['项目单位'] } },
      { title: '另一个标题' },
    ]) {
      const story = approvedStory().given('li', edited('a', change));
      expect(story.edition.state).toBe('draft');
      story.when('li', published).thenRefused('wrong-state', '审定');
    }
  });

  it('is refused once the edition is out', () => {
    released().when('li', edited()).thenRefused('wrong-state', '请使用“更正”');
  });
});

describe('a correction', () => {
  it('is drafted while the edition in force stays', () => {
    const story = released().given('zhao', corrected());

    expect(story.publication.inForce).toBe(1);
    expect(stateOf(story.publication)).toBe('draft');
    expect(story.edition).toMatchObject({
      edition: 2,
      corrects: { edition: 1, reason: '时间有误' },
      channels: ['website', 'sms'],
      authors: ['zhao'],
    });
  });

  it('goes the whole way again before it is in force', () => {
    const { publication } = goneOut(released().given('zhao', corrected()));

    expect(publication.inForce).toBe(2);
    expect(publication.editions.map((e) => e.state)).toEqual(['released', 'released']);
  });

  it('reaches every channel that showed an earlier edition', () => {
    released()
      .given('zhao', corrected())
      .when('zhao', edited('b', { channels: ['website'] }))
      .thenRefused('channel-still-shows', 'sms');
    expect(released().given('zhao', corrected('c', { channels: ['led'] })).edition.channels).toEqual([
      'website',
      'sms',
      'led',
    ]);
  });

  it('changes something', () => {
    released().when('zhao', corrected('a')).thenRefused('nothing-changed', '完全相同');
  });

  it('is not begun twice', () => {
    released()
      .given('zhao', corrected())
      .when('zhao', corrected('d'))
      .thenRefused('wrong-state', '已有更正稿在办');
  });
});

import type { KeptLoss } from '../losses/kept.loss.ts';
import { nobody } from '@towncrier/contracts';
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
  type Wish,
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
  it('says that what it corrects must not stay public, where its author asked for that', () => {
    const hiding = released().given('zhao', { ...corrected(), hidesEarlier: true } as Wish);
    expect(hiding.edition.corrects).toEqual({ edition: 1, reason: '时间有误', hidesEarlier: true });
    const usual = released().given('zhao', { ...corrected(), hidesEarlier: false } as Wish);
    expect(usual.edition.corrects).toEqual({ edition: 1, reason: '时间有误' });
  });

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

  it('may change nothing but whom it reaches: a wrong area is a mistake like a wrong word', () => {
    const of = { ...nobody, areas: ['532502002000'] };
    const story = released().given('zhao', corrected('a', { audience: { scope: 'some', of } }));
    expect(story.edition).toMatchObject({ edition: 2, audience: { scope: 'some' } });
  });

  it('is not begun twice', () => {
    released()
      .given('zhao', corrected())
      .when('zhao', corrected('d'))
      .thenRefused('wrong-state', '已有更正稿在办');
  });
});

describe('a schedule', () => {
  const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 1, minute)).toISOString();
  const drafted = (publishAt: string | null, embargoUntil: string | null, expiresAt: string | null) =>
    new Story().when('li', written({ schedule: { publishAt, embargoUntil, expiresAt } }));

  it('ends after it begins, not at once', () => {
    drafted(at(5), null, at(5)).thenRefused('bad-schedule', '失效时间不晚于发布时间');
    drafted(at(5), null, at(6)).thenHappened('publicationCreated');
    drafted(null, at(5), at(5)).thenRefused('bad-schedule', '失效时间不晚于发布时间');
    drafted(null, at(5), at(6)).thenHappened('publicationCreated');
    drafted(null, null, at(0)).thenHappened('publicationCreated');
  });

  it('begins when the embargo is over, not before', () => {
    drafted(at(4), at(5), null).thenRefused('bad-schedule', '早于解禁时间');
    drafted(at(5), at(5), null).thenHappened('publicationCreated');
  });

  it('that contradicts itself stops an edit and a correction, too', () => {
    const bad = { schedule: { publishAt: at(5), embargoUntil: null, expiresAt: at(4) } };
    new Story().given('li', written()).when('li', edited('b', bad)).thenRefused('bad-schedule', '失效时间');
    released().when('zhao', corrected('c', bad)).thenRefused('bad-schedule', '失效时间');
  });
});

describe('a warning that is passed on', () => {
  const relayed = { relayed: 'urn:oid:2.49.0.0.156.1' };

  it('is not edited in its words, but may go to more channels', () => {
    const story = new Story().given('li', written(relayed));
    story.when('li', edited('b', relayed)).thenRefused('verbatim', '《气象法》');
    story
      .when('li', edited('a', { ...relayed, channels: ['website', 'sms', 'led'] }))
      .thenHappened('draftEdited');
  });

  it('is corrected only by another message', () => {
    released(relayed).when('zhao', corrected('c', relayed)).thenRefused('verbatim', '更新报文');
    released(relayed)
      .when('zhao', corrected('c', { relayed: 'urn:oid:2.49.0.0.156.2' }))
      .thenHappened('correctionDrafted');
  });
});

describe('what is not the time for', () => {
  it('submission: anything but a draft', () => {
    new Story()
      .given('li', written())
      .given('li', submitted())
      .when('li', submitted())
      .thenRefused('wrong-state', '只有草稿可以送审');
    released().when('li', submitted()).thenRefused('wrong-state', '只有草稿可以送审');
  });

  it('correction: anything that is not out', () => {
    new Story().given('li', written()).when('li', corrected()).thenRefused('wrong-state', '只有已发布');
  });

  it('anything at all: what does not exist', () => {
    for (const wish of [edited(), submitted(), corrected(), published, withdrawn()])
      new Story().when('li', wish).thenRefused('not-found', '请核对编号');
  });
});

describe('what an import could not carry over', () => {
  const loss: KeptLoss = { kind: 'struck-text', where: '第3段', count: 1, key: 'k1', checked: null };

  it('is compared by an editor, once, and stays on record', () => {
    const story = new Story()
      .given('li', written({}, [loss]))
      .when('li', { type: 'checkLosses' })
      .thenHappened('lossesChecked');
    expect(story.edition.losses).toMatchObject([{ key: 'k1', checked: { by: 'li' } }]);
    story.when('li', { type: 'checkLosses' }).thenRefused('no-such-loss', '没有这条');
  });

  it('cannot be compared when it is not there, or once the draft is with the reviewers', () => {
    const story = new Story().given('li', written({}, [loss]));
    story.when('li', { type: 'checkLosses', losses: ['k2'] }).thenRefused('no-such-loss', '刷新');
    story.given('li', submitted()).when('li', { type: 'checkLosses' }).thenRefused('wrong-state', '草稿');
  });
});

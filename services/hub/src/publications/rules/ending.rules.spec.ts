import { describe, expect, it } from 'vitest';
import {
  approved,
  corrected,
  edited,
  goneOut,
  hashOf,
  published,
  released,
  Story,
  submitted,
  termsOf,
  withdrawn,
  woken,
  written,
  type Wish,
} from '../../testing/story.ts';
import { stateOf } from '../publication.ts';

const expired: Wish = { type: 'expirePublication', reason: '工程已完工' };
const repealed: Wish = { type: 'repealPublication', reason: '被新办法取代', basis: '开政发〔2026〕12号' };
const archived: Wish = { type: 'archivePublication', reason: '年度归档' };

describe('a withdrawal', () => {
  it('is addressed to every channel that was ever sent an edition', () => {
    const story = goneOut(released().given('zhao', corrected('c', { channels: ['website', 'sms', 'led'] })));

    story.when('wang', withdrawn());

    expect(story.decision).toMatchObject({
      events: [
        { type: 'publicationEnded', act: 'withdraw', edition: 2, channels: ['website', 'sms', 'led'] },
      ],
    });
  });

  it('is possible while a correction is being written', () => {
    const story = released().given('zhao', corrected()).given('wang', withdrawn());

    expect(stateOf(story.publication)).toBe('withdrawn');
    expect(story.publication.inForce).toBeNull();
  });

  it('happens once', () => {
    released().given('wang', withdrawn()).when('wang', withdrawn()).thenRefused('wrong-state', '已经撤回');
  });

  it('ends all further work on the publication', () => {
    for (const wish of [corrected(), submitted(), approved(), published, edited()]) {
      released().given('wang', withdrawn()).when('zhao', wish).thenRefused('wrong-state', '已撤回');
    }
  });
});

describe('the four ways to end', () => {
  it('are told apart', () => {
    expect(
      [withdrawn(), expired, repealed].map((wish) => stateOf(released().given('wang', wish).publication)),
    ).toEqual(['withdrawn', 'expired', 'repealed']);
    expect(released().given('wang', repealed).publication.ending).toMatchObject({
      act: 'repeal',
      basis: '开政发〔2026〕12号',
    });
  });

  it('come by the clock where the validity is over', () => {
    const story = released({
      schedule: { publishAt: null, embargoUntil: null, expiresAt: '2026-11-23T10:00:00.000Z' },
    });
    story.when('system', woken).thenRefused('nothing-due', '还没有');
    story.later(60).when('system', woken).thenHappened('publicationEnded');
    expect(story.publication.ending).toMatchObject({ act: 'expire', reason: '有效期届满', by: 'system' });
  });

  it('are not open to what nobody has seen', () => {
    for (const wish of [expired, repealed, archived])
      new Story()
        .given('li', written())
        .when('wang', wish)
        .thenRefused('wrong-state', /尚未发布|可以归档/);
  });

  it('leave something to archive', () => {
    expect(stateOf(released().given('wang', expired).given('wang', archived).publication)).toBe('archived');
    released().when('wang', archived).thenRefused('wrong-state', '归档');
  });
});

describe('a 公示', () => {
  const notice = (): Story => released({ noticeUntil: '2026-11-30' });

  it('cannot end before its period is over', () => {
    for (const wish of [expired, repealed, withdrawn()])
      notice().when('wang', wish).thenRefused('notice-period', '2026-11-30');
  });

  it('is taken back early only by saying so', () => {
    notice().when('wang', withdrawn(true)).thenHappened('publicationEnded');
  });

  it('ends freely once the last day is over in China', () => {
    notice()
      .later(8 * 24 * 60)
      .when('wang', expired)
      .thenHappened('publicationEnded');
  });
});

describe('an ending', () => {
  it('says which act, why, of which edition, and by whom', () => {
    const story = released().when('wang', { ...repealed, successor: '7K3QZP4N' } as Wish);
    expect(story.decision).toMatchObject({
      events: [
        {
          type: 'publicationEnded',
          act: 'repeal',
          reason: '被新办法取代',
          basis: '开政发〔2026〕12号',
          successor: '7K3QZP4N',
          edition: 1,
          channels: ['website', 'sms'],
          by: 'wang',
        },
      ],
    });
    expect(released().given('wang', expired).publication.ending).toMatchObject({
      act: 'expire',
      reason: '工程已完工',
      by: 'wang',
    });
  });

  it('comes once, whichever it was', () => {
    for (const first of [withdrawn(), expired, repealed])
      for (const second of [withdrawn(), expired, repealed])
        released().given('wang', first).when('wang', second).thenRefused('wrong-state', '无需再次办理');
  });

  it('is archived once', () => {
    for (const first of [withdrawn(), expired, repealed]) {
      const story = released().given('wang', first).given('wang', archived);
      story.when('wang', archived).thenRefused('wrong-state', '已归档');
      expect(story.publication.archivedAt).not.toBeNull();
    }
  });
});

describe('the end of a validity', () => {
  const until = (expiresAt: string) => ({ schedule: { publishAt: null, embargoUntil: null, expiresAt } });

  it('comes with its minute, not before', () => {
    // released at 09:04
    released(until('2026-11-23T09:06:00.000Z')).when('system', woken).thenRefused('nothing-due', '还没有');
    released(until('2026-11-23T09:05:00.000Z')).when('system', woken).thenHappened('publicationEnded');
  });

  it('does not come by the clock where none is set, nor to what has ended', () => {
    released().later(600).when('system', woken).thenRefused('nothing-due', '还没有');
    released(until('2026-11-23T09:30:00.000Z'))
      .given('wang', withdrawn())
      .later(60)
      .when('system', woken)
      .thenRefused('nothing-due', '还没有');
  });

  it('of a running edition does not wait for a correction that is scheduled later', () => {
    const story = goneOutScheduled(until('2026-11-23T10:00:00.000Z'), '2026-11-23T12:00:00.000Z');
    story.later(60).when('system', woken).thenHappened('publicationEnded');
  });

  it('comes after a correction that is scheduled earlier', () => {
    const story = goneOutScheduled(until('2026-11-23T12:00:00.000Z'), '2026-11-23T10:00:00.000Z');
    story.later(60).when('system', woken).thenHappened('editionReleased');
  });
});

function goneOutScheduled(first: object, publishAt: string): Story {
  const schedule = { publishAt, embargoUntil: null, expiresAt: null };
  return released(first)
    .given('zhao', corrected('c', { schedule }))
    .given('zhao', submitted())
    .given('wang', approved('c'))
    .given('bao', { type: 'clearEdition', contentHash: 'c'.repeat(64) })
    .given('zhao', published);
}

describe('the last day of a 公示', () => {
  const story = (): Story => released({ noticeUntil: '2026-11-23' });

  it('is over at midnight in China, to the minute', () => {
    // 24:00 in China is 16:00 in UTC; the story stands at 09:05
    story().later(414).when('wang', expired).thenRefused('notice-period', '2026-11-23');
    story().later(415).when('wang', expired).thenHappened('publicationEnded');
  });
});

describe('a warning that is lifted', () => {
  const matter = { ...termsOf().matter, type: 'warning' };
  const lift: Wish = { type: 'liftWarning', reason: '降雨已减弱' };

  it('ends in a state of its own, everywhere it was', () => {
    const story = released({ matter }).given('wang', lift);
    expect(stateOf(story.publication)).toBe('lifted');
    expect(story.publication.ending).toMatchObject({ act: 'lift', reason: '降雨已减弱' });
    expect(story.decision).toMatchObject({ events: [{ channels: ['website', 'sms'] }] });
  });

  it('while it waits for its second person never goes out', () => {
    const story = new Story()
      .given('li', written({ matter, lane: 'urgent' }))
      .given('li', { type: 'requestUrgentRelease', reason: '预警', renditions: {}, unchecked: [] })
      .given('wang', lift);
    expect(story.decision).toMatchObject({ events: [{ channels: [] }] });
    story
      .when('wang', { type: 'confirmUrgentRelease', contentHash: hashOf('a') })
      .thenRefused('wrong-state', '已解除');
  });

  it('is a warning, and is lifted once', () => {
    released().when('wang', lift).thenRefused('not-a-warning', '只有预警可以解除');
    released({ matter }).given('wang', lift).when('wang', lift).thenRefused('wrong-state', '无需再次办理');
    released({ matter })
      .given('wang', lift)
      .given('wang', { type: 'archivePublication', reason: '年度归档' });
  });
});

import { describe, expect, it } from 'vitest';
import { approved, draft, hashOf, published, released, Story, submitted, written } from '../testing/story.ts';
import { newest, stateOf } from './publication.ts';

const edited = (channels = ['website', 'sms'], letter = 'b') => ({ type: 'editDraft', lane: 'normal', channels, draft: draft(letter) }) as const;
const corrected = { type: 'correctPublication', reason: '时间有误', lane: 'normal', draft: draft('c', '停水通知（更正）') } as const;
const withdrawn = { type: 'withdrawPublication', reason: '内容有误' } as const;

describe('a draft', () => {
  it('belongs to everybody who wrote or edited it', () => {
    const story = new Story().given('li', written).given('zhao', edited()).given('li', edited());

    expect(newest(story.publication)).toMatchObject({ state: 'draft', authors: ['li', 'zhao'], contentHash: hashOf('b') });
  });

  it('cannot be submitted without a channel', () => {
    new Story().given('li', { ...written, channels: [] } as typeof written).when('li', submitted).thenRefused('no-channels', '没有选择任何渠道');
  });

  it('cannot be published unread', () => {
    new Story().given('li', written).when('li', published).thenRefused('wrong-state', /当前状态为“草稿”.*审定/);
  });

  it('cannot be withdrawn: nobody has seen it', () => {
    new Story().given('li', written).when('li', withdrawn).thenRefused('wrong-state', '尚未发布');
  });

  it('is not created over another publication of the same id', () => {
    new Story().given('li', written).when('zhao', written).thenRefused('already-exists', '已经存在');
  });
});

describe('a submitted edition', () => {
  it('is not edited behind the reviewers’ back', () => {
    new Story().given('li', written).given('li', submitted).when('li', edited()).thenRefused('wrong-state', '请先退回');
  });

  it('remembers what each channel will send', () => {
    const story = new Story().given('li', written).given('li', submitted);

    expect(newest(story.publication)).toMatchObject({ state: 'submitted', submittedBy: 'li', renditions: { website: hashOf('1'), sms: hashOf('2') } });
  });

  it('is not approved by its author', () => {
    new Story().given('li', written).given('li', submitted).when('li', approved).thenRefused('four-eyes', '不能审定自己的稿件');
  });

  it('is not approved by somebody who only edited it', () => {
    const again = { type: 'approveEdition', contentHash: hashOf('b') } as const;
    new Story().given('li', written).given('wang', edited()).given('li', submitted).when('wang', again).thenRefused('four-eyes', '撰写或修改');
  });

  it('is approved only as the reviewer saw it', () => {
    new Story().given('li', written).given('li', submitted).when('wang', { type: 'approveEdition', contentHash: hashOf('f') }).thenRefused('content-changed', '请刷新');
  });

  it('goes back to its authors with a reason, and its renditions with it', () => {
    const story = new Story().given('li', written).given('li', submitted).when('wang', { type: 'returnEdition', reason: '缺时间' }).thenHappened('editionReturned');

    expect(newest(story.publication)).toMatchObject({ state: 'draft', renditions: {}, submittedBy: undefined });
  });
});

describe('an approved edition', () => {
  const story = (): Story => new Story().given('li', written).given('li', submitted).given('wang', approved);

  it('is published and is in force from then on', () => {
    const publication = story().given('li', published).publication;

    expect(publication.inForce).toBe(1);
    expect(newest(publication)).toMatchObject({ state: 'published', approvedBy: 'wang', releasedAt: '2026-11-23T09:03:00.000Z' });
  });

  it('is not edited', () => {
    story().when('li', edited()).thenRefused('wrong-state', '请先退回');
  });

  it('loses its approval when it is returned', () => {
    const publication = story().given('wang', { type: 'returnEdition', reason: '有错字' }).publication;

    expect(newest(publication)).toMatchObject({ state: 'draft', approvedBy: undefined });
  });
});

describe('a correction', () => {
  it('is drafted while the edition in force stays', () => {
    const publication = released().given('zhao', corrected).publication;

    expect(publication.inForce).toBe(1);
    expect(stateOf(publication)).toBe('draft');
    expect(newest(publication)).toMatchObject({ edition: 2, corrects: { edition: 1, reason: '时间有误' }, channels: ['website', 'sms'], authors: ['zhao'] });
  });

  it('goes the whole way again before it is in force', () => {
    const publication = released().given('zhao', corrected).given('zhao', submitted).given('wang', { type: 'approveEdition', contentHash: hashOf('c') }).given('zhao', published).publication;

    expect(publication.inForce).toBe(2);
    expect(publication.editions.map((e) => e.state)).toEqual(['published', 'published']);
  });

  it('reaches every channel that showed an earlier edition', () => {
    released().given('zhao', corrected).when('zhao', edited(['website'])).thenRefused('channel-still-shows', 'sms');
  });

  it('may reach further channels', () => {
    released().given('zhao', corrected).when('zhao', edited(['website', 'sms', 'led'])).thenHappened('draftEdited');
  });

  it('changes something', () => {
    released().when('zhao', { ...corrected, draft: draft('a') }).thenRefused('nothing-changed', '完全相同');
  });

  it('is not begun twice', () => {
    released().given('zhao', corrected).when('zhao', corrected).thenRefused('wrong-state', '已有更正稿在办');
  });

  it('with the words of an earlier edition is not approved by whoever wrote them then', () => {
    const back = { type: 'approveEdition', contentHash: hashOf('a') } as const;
    const story = released()
      .given('zhao', corrected).given('zhao', submitted).given('wang', { type: 'approveEdition', contentHash: hashOf('c') }).given('zhao', published)
      .given('zhao', { ...corrected, draft: draft('a') }).given('zhao', submitted);

    story.when('li', back).thenRefused('four-eyes', '不能审定');
  });
});

describe('a withdrawal', () => {
  it('is addressed to every channel that was ever sent an edition', () => {
    const story = released().given('zhao', corrected).given('zhao', edited(['website', 'sms', 'led'])).given('zhao', submitted)
      .given('wang', { type: 'approveEdition', contentHash: hashOf('b') }).given('zhao', published);

    story.when('wang', withdrawn);

    expect(story.decision).toMatchObject({ events: [{ type: 'publicationWithdrawn', edition: 2, channels: ['website', 'sms', 'led'] }] });
  });

  it('is possible while a correction is being written', () => {
    const story = released().given('zhao', corrected).given('wang', withdrawn);

    expect(stateOf(story.publication)).toBe('withdrawn');
    expect(story.publication.inForce).toBeNull();
  });

  it('happens once', () => {
    released().given('wang', withdrawn).when('wang', withdrawn).thenRefused('wrong-state', '已经撤回');
  });

  it('ends all further work on the publication', () => {
    for (const wish of [corrected, submitted, approved, published, edited()]) {
      released().given('wang', withdrawn).when('zhao', wish).thenRefused('wrong-state', '已撤回');
    }
  });
});

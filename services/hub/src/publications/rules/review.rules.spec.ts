import { describe, expect, it } from 'vitest';
import {
  approved,
  approvedStory,
  cleared,
  corrected,
  edited,
  goneOut,
  hashOf,
  published,
  released,
  Story,
  submitted,
  termsOf,
  written,
  type Wish,
} from '../../testing/story.ts';
import {
  afterStage,
  awaitsClearance,
  lastApproval,
  stageOf,
  stateOnSubmission,
  titleOf,
} from '../publication.review.ts';
import { returnReasons } from './return.reasons.ts';
import { sealOf } from '../publication.terms.ts';
import { houseKinds, kindsOf, type ReviewKind } from '../review.kind.ts';

const inReview = (levels = 1): Story => new Story().given('li', written()).given('li', submitted(levels));
const returned: Wish = { type: 'returnEdition', reason: '缺时间' };
const claimed = (takeOver = false): Wish => ({ type: 'claimReview', takeOver });

describe('a review', () => {
  it('is never by an author', () => {
    inReview().when('li', approved()).thenRefused('four-eyes', '不能审定自己的稿件');
  });

  it('is never by somebody who only edited', () => {
    new Story()
      .given('li', written())
      .given('wang', edited())
      .given('li', submitted())
      .when('wang', approved('b'))
      .thenRefused('four-eyes', '撰写或修改');
  });

  it('is of the words that the reviewer saw', () => {
    inReview().when('wang', approved('f')).thenRefused('content-changed', '请刷新');
  });

  it('is of the channels, audience, schedule and matter that the reviewer saw, too', () => {
    const seen = (channels: string[]): Wish => ({
      type: 'approveEdition',
      contentHash: hashOf('a'),
      seal: sealOf(termsOf('a', { channels })),
    });
    inReview()
      .when('wang', seen(['website']))
      .thenRefused('terms-changed', '渠道');
    inReview()
      .when('wang', seen(['website', 'sms']))
      .thenHappened('reviewPassed');
  });

  it('of a correction with the words of an earlier edition is not by whoever wrote them then', () => {
    goneOut(released().given('zhao', corrected()))
      .given('zhao', corrected('a'))
      .given('zhao', submitted())
      .when('li', approved())
      .thenRefused('four-eyes', '不能审定');
  });

  it('goes level by level, each by another person', () => {
    const story = inReview(3).given('wang', approved());
    expect(story.edition.state).toBe('in-review');
    story.when('wang', approved()).thenRefused('four-eyes', '您已办理过本稿的一审，不能再作二审');
    story.when('wang', claimed()).thenRefused('four-eyes', '您已办理过本稿的一审，不能再作二审');
    story.given('chen', approved()).given('zhou', approved());
    expect(story.edition.state).toBe('secrecy-review');
  });

  it('returns the edition to its authors with a reason, and it starts over', () => {
    const story = inReview(2).given('wang', approved()).given('chen', returned);
    expect(story.edition).toMatchObject({ state: 'draft', renditions: {}, submittedBy: null });
    expect(story.edition.reviews).toMatchObject([
      { stage: 1, void: true },
      { stage: 2, verdict: 'returned', reason: '缺时间', void: true },
    ]);
    expect(story.given('li', submitted(2)).given('chen', approved()).edition.state).toBe('in-review');
  });

  it('claimed from the queue belongs to one person, until somebody takes over', () => {
    const story = inReview().given('wang', claimed());
    story.when('chen', claimed()).thenRefused('claimed', 'wang');
    story.when('chen', approved()).thenRefused('claimed', '接手');
    expect(story.given('chen', claimed(true)).given('chen', approved()).edition.state).toBe('secrecy-review');
  });

  it('cannot be claimed by an author', () => {
    inReview().when('li', claimed()).thenRefused('four-eyes', '自己的稿件');
  });
});

describe('the secrecy review', () => {
  const waiting = (): Story => inReview().given('wang', approved());

  it('is by a person of its own', () => {
    waiting().when('wang', cleared()).thenRefused('four-eyes', '您已办理过本稿的一审，不能再作保密审查');
    waiting().when('li', cleared()).thenRefused('four-eyes', '自己的稿件');
    expect(waiting().given('bao', cleared()).edition.state).toBe('approved');
  });

  it('is not skipped', () => {
    waiting().when('li', published).thenRefused('wrong-state', '保密审查');
    inReview().when('bao', cleared()).thenRefused('wrong-state', '通过各级审核');
  });

  it('may refer the question upward, and decides when the answer is there', () => {
    const story = waiting().given('bao', { type: 'referEdition', reason: '涉及三方商业信息', code: 'N15' });
    expect(story.edition.state).toBe('referred');
    story.when('li', published).thenRefused('wrong-state', '报请');
    expect(story.given('bao', cleared()).edition.state).toBe('approved');
  });

  it('returns with a reason code', () => {
    const story = waiting().given('bao', { type: 'returnEdition', reason: '含个人隐私', code: 'N15' });
    expect(story.edition.reviews.at(-1)).toMatchObject({
      stage: 'secrecy',
      verdict: 'returned',
      code: 'N15',
    });
  });

  it('is left out where the column asks for none', () => {
    expect(
      new Story().given('li', written()).given('li', submitted(1, false)).given('wang', approved()).edition
        .state,
    ).toBe('approved');
  });
});

describe('a reason from the templates', () => {
  it.each(returnReasons)('“$title” is never sent as it stands', ({ words }) => {
    const give = (reason: string): Wish => ({ type: 'returnEdition', reason });
    inReview().when('wang', give(words)).thenRefused('reason-unfinished', '没写的“【待填');
    inReview()
      .when('wang', give(words.replaceAll(/【待填[^】]*】/g, '第2段')))
      .thenHappened('editionReturned');
  });

  it('leaves room for one’s own words, and each is told from the others', () => {
    expect(new Set(returnReasons.map((r) => r.title)).size).toBe(returnReasons.length);
    for (const { words } of returnReasons) expect(words.length).toBeLessThan(250);
  });
});

describe('what a reviewer compares with', () => {
  it('is the words last approved, of this edition or the one before', () => {
    expect(lastApproval(inReview().publication.editions)).toBeNull();
    expect(lastApproval(approvedStory().given('li', edited('b')).publication.editions)?.contentHash).toBe(
      hashOf('a'),
    );
    expect(lastApproval(released().given('zhao', corrected('c')).publication.editions)?.contentHash).toBe(
      hashOf('a'),
    );
  });
});

describe('a route that a column names itself', () => {
  const [first] = houseKinds as readonly [ReviewKind];
  const clearance = houseKinds.at(-1) as ReviewKind;
  const legal: ReviewKind = { id: 'legal', title: '法制审核', role: 'legal-reviewer', form: 'approval' };
  const sent = (...kinds: ReviewKind[]): Story =>
    new Story().given('li', written()).given('li', { ...submitted(), route: { kinds } } as Wish);

  it('is gone through in its order, each review by its own name', () => {
    const story = sent(first, legal, clearance).given('wang', approved());
    expect(stageOf(story.edition)).toBe('legal');
    story.when('wang', approved()).thenRefused('four-eyes', '您已办理过本稿的一审，不能再作法制审核');
    story.given('chen', approved());
    expect(story.edition.state).toBe('secrecy-review');
    story.when('chen', cleared()).thenRefused('four-eyes', '您已办理过本稿的法制审核，不能再作保密审查');
    expect(story.given('bao', cleared()).edition.state).toBe('approved');
    expect(story.edition.reviews.map((r) => [r.stage, r.title])).toEqual([
      [1, '一审'],
      ['legal', '法制审核'],
      ['secrecy', '保密审查'],
    ]);
  });

  it('may begin with a clearance, which is cleared and not approved', () => {
    const story = sent(clearance, first);
    expect(story.edition.state).toBe('secrecy-review');
    story.when('wang', approved()).thenRefused('wrong-state', '只有待审稿件可以审定');
    story.given('bao', cleared());
    expect(story.edition.state).toBe('in-review');
    story.when('zhou', cleared()).thenRefused('wrong-state', '轮到审查');
    expect(story.given('wang', approved()).edition.state).toBe('approved');
  });

  it('goes on after a clearance that was referred, and may have two of them', () => {
    const second: ReviewKind = { ...clearance, id: 'data', title: '数据安全审查' };
    const story = sent(clearance, second)
      .given('bao', { type: 'referEdition', reason: '拿不准' })
      .given('bao', cleared());
    story.when('li', published).thenRefused('wrong-state', '当前状态为“数据安全审查”');
    story.when('bao', cleared()).thenRefused('four-eyes', '您已办理过本稿的保密审查，不能再作数据安全审查');
    expect(story.given('zhou', cleared()).edition.state).toBe('approved');
  });

  it('records which review referred or returned, by its id and name', () => {
    const story = sent(legal, clearance);
    expect(story.given('chen', returned).edition.reviews.at(-1)).toMatchObject({
      stage: 'legal',
      title: '法制审核',
      verdict: 'returned',
    });
  });
});

describe('a review in words', () => {
  it('of the last release has the house’s name, of a county’s own the name it was given under', () => {
    expect([1, 2, 3, 'secrecy', 'release'].map((stage) => titleOf({ stage }))).toEqual([
      '一审',
      '二审',
      '三审',
      '保密审查',
      '发布',
    ]);
    expect(titleOf({ stage: 'legal', title: '法制审核' })).toBe('法制审核');
  });

  it('that nobody has named is an error, not a guess', () => {
    expect(() => titleOf({ stage: 'legal' })).toThrow('legal');
    expect(() => afterStage('legal', { levels: 1, secrecy: true })).toThrow('legal');
    expect(() => stateOnSubmission({ kinds: [] })).toThrow('without a review');
  });
});

describe('what an edition waits for', () => {
  it('is nothing while it is a draft, approved, out, or without a route', () => {
    expect(stageOf(new Story().given('li', written()).edition)).toBeNull();
    expect(stageOf(approvedStory().edition)).toBeNull();
    expect(stageOf(released().edition)).toBeNull();
    expect(stageOf({ ...inReview().edition, route: null })).toBeNull();
  });

  it('is the first review of its route that has not been passed since it was submitted', () => {
    const route = { levels: 2, secrecy: true };
    const story = new Story().given('li', written()).given('li', submitted(2));
    expect([stageOf(story.edition), awaitsClearance(story.edition)]).toEqual([1, false]);
    story.given('wang', approved());
    expect([stageOf(story.edition), afterStage(1, route), afterStage(2, route)]).toEqual([
      2,
      'in-review',
      'secrecy-review',
    ]);
    story.given('chen', approved());
    expect([stageOf(story.edition), awaitsClearance(story.edition)]).toEqual(['secrecy', true]);
    story.given('bao', returned).given('li', submitted(2));
    expect(stageOf(story.edition)).toBe(1);
    expect(afterStage('secrecy', route)).toBe('approved');
    expect(kindsOf({ levels: 3, secrecy: false }).map((k) => k.id)).toEqual([1, 2, 3]);
  });
});

describe('what is refused, and by which word', () => {
  it('a claim of what nobody reviews', () => {
    new Story().given('li', written()).when('wang', claimed()).thenRefused('wrong-state', '只有送审中');
    approvedStory().when('wang', claimed()).thenRefused('wrong-state', '只有送审中');
  });

  it('a claim of one’s own again is none, and goes with the review', () => {
    const story = inReview(2).given('wang', claimed()).given('wang', claimed());
    expect(story.edition).toMatchObject({ state: 'in-review', claim: { by: 'wang' } });
    expect(story.given('wang', approved()).edition.claim).toBeNull();
  });

  it('a referral before the clearance, twice, or of one’s own', () => {
    const refer: Wish = { type: 'referEdition', reason: '拿不准' };
    inReview().when('bao', refer).thenRefused('wrong-state', '只有审查中');
    const waiting = inReview().given('wang', approved());
    waiting.when('li', refer).thenRefused('four-eyes', '自己的稿件');
    waiting.given('bao', refer).when('bao', refer).thenRefused('wrong-state', '已报请确定');
    expect(waiting.edition.reviews.at(-1)).toMatchObject({ stage: 'secrecy', verdict: 'referred' });
  });

  it('an approval while the clearance is waited for', () => {
    inReview().given('wang', approved()).when('chen', approved()).thenRefused('wrong-state', '只有待审稿件');
  });

  it('a return of a draft, or of what is out', () => {
    new Story().given('li', written()).when('wang', returned).thenRefused('wrong-state', '送审后');
    released().when('wang', returned).thenRefused('wrong-state', '尚未发布');
  });

  it('never a return of what is approved: it is the release that sends it back', () => {
    expect(approvedStory().given('wang', returned).edition.reviews.at(-1)).toMatchObject({
      stage: 'release',
      title: '发布',
      verdict: 'returned',
      by: 'wang',
    });
  });
});

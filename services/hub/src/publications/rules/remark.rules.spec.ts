import { describe, expect, it } from 'vitest';
import { approved, released, Story, submitted, written, type Wish } from '../../testing/story.ts';

const inReview = (): Story => new Story().given('li', written()).given('li', submitted(1));
const remark: Wish = { type: 'makeComment', block: 3, words: '请写明停水时段' };
const settled = (as: 'resolved' | 'waived'): Wish => ({
  type: 'settleComment',
  comment: 1,
  as,
  words: '已改',
});

describe('remarks', () => {
  it('remarks on what is out, or about one that is not there', () => {
    released().when('wang', remark).thenRefused('wrong-state', '请使用“更正”');
    released().when('wang', settled('resolved')).thenRefused('wrong-state', '不再处理');
    inReview().when('wang', settled('resolved')).thenRefused('no-such-comment', '没有这条');
  });

  it('answers to a remark that is settled, or not there', () => {
    const answer: Wish = { type: 'answerComment', comment: 1, words: '以通知为准' };
    inReview().when('li', answer).thenRefused('no-such-comment', '没有这条');
    inReview()
      .given('wang', remark)
      .given('li', settled('resolved'))
      .when('li', answer)
      .thenRefused('no-such-comment', '没有这条');
    released().when('li', answer).thenRefused('wrong-state', '不再处理');
  });

  it('a remark quotes the words it is about, and is answered in its order', () => {
    const quote = { exact: '8时', prefix: '25日', suffix: '至18时' };
    const story = inReview()
      .given('wang', { type: 'makeComment', block: 3, words: '是几时？', quote })
      .given('li', { type: 'answerComment', comment: 1, words: '8时' })
      .given('wang', { type: 'answerComment', comment: 1, words: '好' });
    expect(story.edition.comments).toMatchObject([
      {
        quote,
        replies: [
          { by: 'li', words: '8时' },
          { by: 'wang', words: '好' },
        ],
        settled: null,
      },
    ]);
    story.when('wang', approved()).thenRefused('open-comments', '1 条');
  });

  it('remarks are counted, and settled one by one', () => {
    const story = inReview().given('wang', remark).given('wang', remark);
    expect(story.edition.comments.map((c) => c.id)).toEqual([1, 2]);
    story.when('wang', approved()).thenRefused('open-comments', '2 条');
    story.given('li', settled('resolved')).when('wang', approved()).thenRefused('open-comments', '1 条');
    expect(story.edition.comments).toMatchObject([
      { settled: { as: 'resolved', by: 'li' } },
      { settled: null },
    ]);
  });

  it('holds the approval until it is resolved', () => {
    const story = inReview()
      .given('wang', remark)
      .when('wang', approved())
      .thenRefused('open-comments', '1 条');
    story.given('li', settled('resolved')).given('wang', approved());
  });

  it('is waived by a reviewer, not by the author', () => {
    const story = inReview().given('wang', remark);
    story.when('li', settled('waived')).thenRefused('four-eyes', '不能由撰稿人自己免除');
    story
      .given('wang', settled('waived'))
      .when('wang', settled('waived'))
      .thenRefused('no-such-comment', '没有这条');
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { live, scripts } from '../testing/random.story.ts';
import { approved, cleared, published, Story, submitted, written } from '../testing/story.ts';
import { progressOf } from './publication.progress.ts';
import { newest } from './publication.ts';

const of = (story: Story): readonly string[] =>
  progressOf(story.edition, []).map(({ title, is, by }) => `${title} ${is} ${by.join('、')}`.trim());

it('says who wrote it, who reviews it, and what is still ahead', () => {
  const story = new Story().given('li', written());
  expect(of(story)).toEqual(['撰写 now li', '审核 ahead', '发布 ahead']);
  story.given('li', submitted(2));
  expect(of(story)).toEqual(['撰写 done li', '一审 now', '二审 ahead', '保密审查 ahead', '发布 ahead']);
  story.given('wang', approved()).given('chen', { type: 'claimReview', takeOver: false });
  expect(of(story)).toEqual([
    '撰写 done li',
    '一审 done wang',
    '二审 now chen',
    '保密审查 ahead',
    '发布 ahead',
  ]);
  story.given('chen', approved()).given('zhao', cleared());
  expect(of(story).slice(-2)).toEqual(['保密审查 done zhao', '发布 now']);
  expect(of(story.given('li', published)).at(-1)).toBe('发布 done');
});

it('a draft that was given back says by whom and why', () => {
  const story = new Story().given('li', written()).given('li', submitted());
  story.given('wang', { type: 'returnEdition', reason: '缺时间' });
  expect(progressOf(story.edition, [])[0]?.returned).toBe('wang 在一审退回：缺时间');
  expect(progressOf(story.given('li', submitted()).edition, [])[0]?.returned).toBeNull();
});

it('at most one stage goes on, nothing is done behind it, and all are done once it is out', () => {
  fc.assert(
    fc.property(scripts, (script) => {
      for (const publication of live(script)) {
        const edition = newest(publication);
        const stages = progressOf(edition, []).map(({ is }) => is);
        expect(stages.join(' ')).toMatch(/^(?:done ?)*(?:now ?)?(?:ahead ?)*$/);
        if (edition.releasedAt !== null) expect(stages.at(-1)).toBe('done');
      }
    }),
    { numRuns: 200 },
  );
});

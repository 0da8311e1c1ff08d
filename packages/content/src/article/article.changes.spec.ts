import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEdition } from '../testing/arbitrary.ts';
import { editionOf, paragraph, samples } from '../testing/samples.ts';
import { changesBetween } from './article.changes.ts';
import { renderArticle } from './article.ts';

const articleOf = (...words: string[]): string =>
  renderArticle(
    editionOf({ title: '停水通知', body: { type: 'doc', content: words.map((one) => paragraph(one)) } }),
  ).html;

describe('what changed between two editions', () => {
  it('is nothing between an edition and itself, nor by the banner of its correction', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const { html } = renderArticle(edition);
        expect(changesBetween(html, html)).toEqual([]);
      }),
    );
    const { html } = renderArticle(samples.water);
    expect(changesBetween(html, renderArticle(samples.correction).html)).toEqual([]);
  });

  it('is told in the words of both, with a little around it', () => {
    const sentence = (day: string): string =>
      `因DN300供水主管爆裂，定于2026年11月${day}8时至18时抢修，灵泉东路1号至212号停水，影响约3,200户。请提前储水。`;
    expect(changesBetween(articleOf(sentence('26日')), articleOf(sentence('25日')))).toEqual([
      {
        was: '……主管爆裂，定于2026年11月26日8时至18时抢修，灵泉东路1号至……',
        is: '……主管爆裂，定于2026年11月25日8时至18时抢修，灵泉东路1号至……',
      },
    ]);
  });

  it('is what came and what went', () => {
    expect(changesBetween(articleOf('甲。', '乙。'), articleOf('甲。'))).toEqual([{ was: '乙。', is: '' }]);
    expect(changesBetween(articleOf('甲。'), articleOf('甲。', '丙。'))).toEqual([{ was: '', is: '丙。' }]);
  });

  it('is told of a row of a table as a whole', () => {
    const { html } = renderArticle(samples.table, () => null);
    expect(changesBetween(html, html.replace('>380<', '>390<'))).toEqual([
      { was: '400 | 380 | ≥670 | 9月30日前缴费', is: '400 | 390 | ≥670 | 9月30日前缴费' },
    ]);
  });

  it('is not told one by one where the whole text is another', () => {
    const many = (word: string): string =>
      articleOf(...Array.from({ length: 300 }, (_, n) => `${word}${n}。`));
    expect(changesBetween(many('甲'), many('乙'))).toBeNull();
  });
});

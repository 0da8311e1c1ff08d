import type { Document, Edition, EditionContent, Inline, WarningFacts } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionOf, paragraph } from '../testing.ts';
import { gapMark, withGaps } from './gaps.ts';
import { matterTitles, shortTitle } from './short-title.ts';
import { levelOrder, warningLevels } from './warning.levels.ts';
import { warningTitle } from './warning.ts';

const facts: WarningFacts = { level: 'red', event: '暴雨', area: '灵泉街道、乐白道街道' };
const long = '云南省红河州开远市气象台2026年11月28日16时发布暴雨红色预警信号请有关单位和人员做好防范准备';
const doc = (words: string): Document => ({ type: 'doc', content: [paragraph(words)] });
const edition = (more: Partial<EditionContent>, urgent?: true): Edition =>
  editionOf({ title: long, body: doc('预计未来三小时有暴雨。'), ...more }, urgent === true ? { urgent } : {});

describe('the title of a warning', () => {
  it('is event, level and area; the area gives way first', () => {
    expect([40, 16, 13, 8].map((max) => warningTitle(facts, max))).toEqual([
      '暴雨红色预警（灵泉街道、乐白道街道）',
      '暴雨红色预警（灵泉街道、乐白…）',
      '暴雨红色预警（灵泉街道…）',
      '暴雨红色预警',
    ]);
    expect(warningTitle({ ...facts, event: '雷电黄色预警信号', level: 'yellow' }, 10)).toBe('雷电黄色预警');
  });

  it('fits whatever the event and wherever it is', () => {
    const words = fc.string({
      minLength: 1,
      maxLength: 100,
      unit: fc.constantFrom(...'暴雨𠮷村预警（）a 1'),
    });
    const any = fc.record({ level: fc.constantFrom(...levelOrder), event: words, area: words });
    fc.assert(
      fc.property(any, fc.integer({ min: 10, max: 64 }), (warning, max) => {
        const title = warningTitle(warning, max);
        expect(title.length).toBeLessThanOrEqual(max);
        expect(title).toContain(warningLevels[warning.level].short);
      }),
    );
  });

  it('stands where the headline is too long, and only there', () => {
    const warning = { warning: facts };
    expect(shortTitle(edition(warning), 32)).toEqual({
      text: '暴雨红色预警（灵泉街道、乐白道街道）',
      cut: false,
    });
    expect(matterTitles(edition(warning), 60)).toEqual([long]);
    expect(shortTitle(edition({}), 20).text).toMatch(/^云南省红河州开远市.*…$/);
    expect(shortTitle(edition({ ...warning, shortTitle: '暴雨红色预警信号' }), 20).text).toBe(
      '暴雨红色预警信号',
    );
  });
});

describe('what is urgent', () => {
  it('is drawn with a gap for what the fonts lack; addresses stay as they are', () => {
    const page = 'https://www.example.gov.cn/n/𠮷.html';
    const text: Inline = {
      type: 'text',
      text: '𠮷村',
      marks: [{ type: 'link', attrs: { href: page } }],
    };
    const body: Document = { type: 'doc', content: [paragraph(text)] };
    const sample = editionOf({ title: '𠮷村停水', body });
    const shown = withGaps(sample, ['𠮷']);

    expect(shown.content.title).toBe(`${gapMark}村停水`);
    expect(shown.content.body.content).toEqual([
      { type: 'paragraph', content: [{ ...text, text: `${gapMark}村` }] },
    ]);
    expect(shown.contentHash).toBe(sample.contentHash);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEdition } from '../../testing/arbitrary.ts';
import { editionOf, paragraph, samples } from '../../testing/samples.ts';
import { brief } from './brief.ts';

const within =
  (max: number) =>
  (statements: readonly string[]): boolean =>
    statements.join('。').length <= max;

describe('a short text of a notice', () => {
  it('never takes more room than there is, and says nothing twice', () => {
    fc.assert(
      fc.property(anyEdition, fc.integer({ min: 0, max: 200 }), ({ content }, max) => {
        const told = brief(content, content.title, within(max));
        expect(within(max)(told)).toBe(true);
        expect(new Set(told).size).toBe(told.length);
      }),
    );
  });

  it('says time, place and telephone first, then what to do', () => {
    const { content } = samples.water;
    const all = ['停水时间：11月25日8时至18时', '范围：灵泉东路1号至212号', '电话：0873-7123456'];
    expect(brief(content, content.title, within(60))).toEqual(all);
    const more = brief(content, content.title, within(90));
    expect(more).toEqual([...all.slice(0, 2), '请提前储水，来水后先放水2分钟再使用', all[2]]);
  });

  it('leaves a statement out rather than cut it', () => {
    const { content } = samples.water;
    expect(brief(content, content.title, within(20))).toEqual(['停水时间：11月25日8时至18时']);
    expect(brief(content, content.title, within(5))).toEqual([]);
  });

  it('says a time without the year it was written in where room is short', () => {
    const { content } = editionOf({
      title: '停水通知',
      header: { issuer: '开远市水务局', writtenOn: '2026-11-23' },
      body: {
        type: 'doc',
        content: [paragraph('停水时间：2026年12月2日22:00至2027年1月3日6:00，共8小时。')],
      },
    });
    expect(brief(content, content.title, within(100))).toEqual([
      '停水时间：2026年12月2日22:00至2027年1月3日6:00，共8小时',
    ]);
    expect(brief(content, content.title, within(32))).toEqual(['停水时间：12月2日22:00至2027年1月3日6:00']);
  });

  it('names all ways to answer or none', () => {
    const { content } = editionOf({
      title: '征求意见',
      body: {
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '二、反馈方式' }] },
          paragraph('（一）信函：人民北路288号；'),
          paragraph('（二）电子邮件：yj@example.gov.cn。'),
        ],
      },
    });
    expect(brief(content, content.title, within(60))).toEqual([
      '反馈方式：信函：人民北路288号；电子邮件：yj@example.gov.cn',
    ]);
    expect(brief(content, content.title, within(30))).toEqual([]);
  });

  it('puts the editor’s summary first, and does not repeat what it says', () => {
    const { content } = samples.water;
    const summary = '11月25日8时至18时停水。';
    const told = brief({ ...content, summary }, content.title, within(200));
    expect(told[0]).toBe('11月25日8时至18时停水');
    expect(told).not.toContain('停水时间：11月25日8时至18时');
    expect(told).toContain('电话：0873-7123456');
  });
});

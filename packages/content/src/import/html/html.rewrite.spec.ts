import { describe, expect, it } from 'vitest';
import { renderPlain } from '../../reading/plain.ts';
import { importHtml } from '../import-html.ts';
import { lossElement } from '../losses/loss.element.ts';

const read = (html: string) => {
  const { blocks, losses } = importHtml(html);
  return {
    text: renderPlain({ type: 'doc', content: [...blocks] }),
    losses: losses.map(({ kind, where, excerpt }) => [kind, where, excerpt]),
  };
};

describe('an element whose sense is put into words', () => {
  it('has the marks of a quotation', () => {
    expect(read('<p>即<q>放管<b>服</b></q>改革</p>')).toEqual({ text: '即“放管服”改革', losses: [] });
  });

  it('has indices that Unicode does not know behind a low line', () => {
    expect(read('<p>a<sub>max</sub></p>')).toEqual({
      text: 'a_(max)',
      losses: [['raised-text', '第1段', 'max']],
    });
  });

  it('shows a dialog that is open, and tells of one that is closed', () => {
    expect(read('<dialog open>停水</dialog>')).toEqual({ text: '停水', losses: [] });
    expect(read('<p>前</p><dialog>停<b>水</b></dialog>')).toEqual({
      text: '前',
      losses: [['hidden-text', '第2段', '停水']],
    });
  });

  it('says which of several choices is taken, whatever the case of the type', () => {
    expect(read('<p><input type=radio checked>同意 <input type=RADIO>不同意</p>')).toEqual({
      text: '●同意 ○不同意',
      losses: [],
    });
    expect(read('<p>甲<input type=hidden value=7></p>')).toEqual({ text: '甲', losses: [] });
    expect(read('<p>甲<input></p>')).toEqual({ text: '甲', losses: [['form-control', '第1段', undefined]] });
  });

  it('hands on what a converter has lost, and shows nothing of it', () => {
    const loss = { kind: 'comment', where: '第7段', count: 3, excerpt: '请核' } as const;
    expect(importHtml(`<p>前${lossElement(loss)}后</p>`)).toMatchObject({
      losses: [loss],
      blocks: [{ content: [{ text: '前后' }] }],
    });
    const { kind, where } = loss;
    expect(importHtml(lossElement({ kind, where, count: 1 })).losses).toEqual([{ kind, where, count: 1 }]);
  });

  it('takes no word of a page for a loss that is none', () => {
    expect(read('<import-loss kind="nothing">甲</import-loss><p>乙</p>')).toEqual({ text: '乙', losses: [] });
  });

  it('keeps a character without a reading as it is, and tells of one with it', () => {
    expect(read('<p><ruby>頤<rp>(</rp><rp>)</rp></ruby>和园</p>')).toEqual({ text: '頤和园', losses: [] });
    expect(read('<p><ruby>頤<rtc>yí</rtc></ruby></p>')).toEqual({
      text: '頤（yí）',
      losses: [['ruby', '第1段', '頤yí']],
    });
  });
});

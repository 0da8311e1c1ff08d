import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEdition } from '../testing/arbitrary.ts';
import { editionOf, paragraph, samples } from '../testing/samples.ts';
import { deadlineOf, phoneOf } from './facts.ts';
import { rareCharacters } from './rare.ts';
import { summarise } from './summary.ts';

const of = (title: string, ...lines: readonly string[]) =>
  editionOf({ title, body: { type: 'doc', content: lines.map((line) => paragraph(line)) } }).content;

describe('a summary', () => {
  it('is the editor’s where there is one', () => {
    expect(summarise(samples.table.content, 100)).toBe(
      '2026年城乡居民医保个人缴费每人400元，缴费期至2026年12月31日，可在手机、银行和村委会缴纳。',
    );
    expect(summarise(samples.table.content, 40)).toBe(
      '2026年城乡居民医保个人缴费每人400元，缴费期至2026年12月31日…',
    );
  });

  it('passes over the addressee and the formulas', () => {
    expect(
      summarise(
        of(
          '通知',
          '各乡镇人民政府：',
          '现将有关事项通知如下：',
          '为贯彻落实上级精神，制定本通知。',
          '明日8时起停水。特此通知。',
        ),
        60,
      ),
    ).toBe('明日8时起停水。');
  });

  it('takes a formula rather than nothing', () => {
    expect(summarise(of('通知', '特此通知。'), 60)).toBe('特此通知。');
  });

  it('never exceeds its room', () => {
    fc.assert(
      fc.property(anyEdition, fc.integer({ min: 5, max: 200 }), ({ content }, max) => {
        expect(summarise(content, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe('what a citizen looks for first', () => {
  it('is read from facts, contacts and sentences', () => {
    expect(phoneOf(samples.water.content)).toBe('0873-7123456');
    expect(phoneOf(of('通知', '详情请致电水务局：0873-7123456。'))).toBe('0873-7123456');
    expect(phoneOf(of('通知', '编号13812345678901。'))).toBeNull();
    expect(deadlineOf(samples.rare.content)).toEqual({ label: '公示截止', value: '2026年11月28日' });
  });

  it('may need characters that phones and screens lack', () => {
    expect(rareCharacters('㙍村𠮷某〇一𠮷')).toEqual(['㙍', '𠮷']);
  });
});

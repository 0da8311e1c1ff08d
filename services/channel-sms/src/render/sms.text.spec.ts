import { anyEdition, editionOf, samples, sampleWithdrawal } from '@towncrier/content/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSms, lessForOneFewer, renderSms, smsFragments, smsProfile, smsWithdrawal } from './sms.text.ts';

const withdrawal = (title: string, reason: string) => ({ ...sampleWithdrawal, title, reason });

it('renders the same edition to the same words, whatever object it comes in', () => {
  fc.assert(
    fc.property(anyEdition, (edition) => {
      expect(renderSms(structuredClone(edition))).toEqual(renderSms(edition));
    }),
  );
});

it('says how much less would save a fragment: that much does, and one character less does not', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('水', '𠮷', 'a'), maxLength: 250 }), (text) => {
      const less = lessForOneFewer(text);
      const count = smsFragments(text).length;
      expect(less === null).toBe(count === 1);
      if (less === null) return;
      const without = (n: number): number => smsFragments(text.slice(0, text.length - n)).length;
      expect([without(less) < count, without(less - 1) < count]).toEqual([true, false]);
    }),
  );
});

describe('SMS', () => {
  it('never takes more fragments than agreed, unless it says so before sending', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const { text, variable, ending, fragments } = renderSms(edition);
        if (checkSms(edition).length === 0)
          expect(fragments.length).toBeLessThanOrEqual(smsProfile.fragments.max);
        expect(fragments.join('')).toBe(text);
        expect(text).toBe(`【${smsProfile.signature}】${variable}${ending}`);
        expect(variable).not.toMatch(/[【】]/);
      }),
    );
  });

  it('is one message of 70 units or parts of 67, and splits no character in two', () => {
    expect(smsFragments('水'.repeat(70))).toHaveLength(1);
    expect(smsFragments('水'.repeat(71)).map((part) => part.length)).toEqual([67, 4]);
    const rare = smsFragments(`${'水'.repeat(66)}𠮷${'水'.repeat(20)}`);
    expect(rare.map((part) => part.length)).toEqual([66, 22]);
    expect(rare.every((part) => part.isWellFormed())).toBe(true);
  });

  it('leaves out a summary that has no room rather than cut it, and keeps time and telephone', () => {
    const edition = editionOf({
      title: '停水通知',
      summary: `${'停水范围很大，'.repeat(60)}完`,
      body: {
        type: 'doc',
        content: [
          {
            type: 'keyFacts',
            attrs: {
              facts: [
                { label: '停水时间', value: '11月25日8时至18时' },
                { label: '电话', value: '0873-7123456' },
              ],
            },
          },
        ],
      },
    });
    expect(renderSms(edition).text).toBe(
      '【开远市人民政府】停水通知。停水时间：11月25日8时至18时。电话：0873-7123456。详见 https://www.example.gov.cn/n/7K3QZP4M.html',
    );
  });

  it('says which body speaks where it is not the one that signs', () => {
    expect(renderSms(samples.water).text).toMatch(/^【开远市人民政府】市水务局：灵泉东路紧急停水。/);
  });

  it('tells of a correction and of a withdrawal in its first words', () => {
    expect(renderSms(samples.correction).text).toMatch(/^【开远市人民政府】更正：/);
    expect(smsWithdrawal(withdrawal('长'.repeat(200), '因'.repeat(500))).text).toMatch(
      /^【开远市人民政府】撤回：/,
    );
    expect(
      smsWithdrawal(withdrawal('长'.repeat(200), '因'.repeat(500))).fragments.length,
    ).toBeLessThanOrEqual(3);
  });

  it('ends with the fixed words of a template where addresses are not allowed', () => {
    const { text } = renderSms(samples.water, { ...smsProfile, ending: '详见开远市人民政府网站' });
    expect(text).not.toContain('http');
    expect(text.endsWith('。详见开远市人民政府网站')).toBe(true);
  });
});

it.each([
  [undefined, '撤回', /失效|废止/],
  ['withdraw', '撤回', /失效|废止/],
  ['expire', '失效', /撤回|废止/],
  ['repeal', '废止', /撤回|失效/],
  ['lift', '预警解除', /撤回|失效|废止|原因|据此/],
] as const)('says of a notice ended by %s that it is %s, and nothing else', (act, verb, others) => {
  const words = smsWithdrawal({ ...sampleWithdrawal, act }).text;
  expect(words).toContain(verb);
  expect(words).not.toMatch(others);
});

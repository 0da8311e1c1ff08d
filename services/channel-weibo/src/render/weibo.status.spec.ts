import { anyEdition, editionOf, paragraph, samples, sampleWithdrawal } from '@towncrier/content/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkWeibo,
  partOf,
  renderWeibo,
  weiboProfile,
  weiboUnits,
  weiboWithdrawal,
} from './weibo.status.ts';

const withdrawal = (title: string, reason: string) => ({ ...sampleWithdrawal, title, reason });
const longTitle = editionOf({ title: '长'.repeat(200), body: { type: 'doc', content: [paragraph('正文')] } });

it('renders the same edition to the same words, whatever object it comes in', () => {
  fc.assert(
    fc.property(anyEdition, (edition) => {
      expect(renderWeibo(structuredClone(edition))).toEqual(renderWeibo(edition));
    }),
  );
});

describe('Weibo', () => {
  it('never exceeds 140, never writes a topic, always carries the page', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const { text, units } = renderWeibo(edition);
        expect(units).toBeLessThanOrEqual(weiboProfile.status.max);
        expect(text).not.toContain('#');
        expect(text.endsWith(edition.links.page)).toBe(true);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('counts a Chinese character as one, two ASCII characters as one, an address as ten', () => {
    expect(weiboUnits('停水abc')).toBe(4);
    expect(weiboUnits('见 https://www.example.gov.cn/n/7K3QZP4M.html?a=bbbbbbbbbbbbbbbbbb')).toBe(12);
  });

  it('keeps the longest withdrawal within the limit', () => {
    expect(weiboUnits(weiboWithdrawal(withdrawal('长'.repeat(200), '因'.repeat(500))))).toBeLessThanOrEqual(
      140,
    );
  });

  it('says at once that it corrects something, and what, within the limit', () => {
    expect(renderWeibo(samples.correction).text).toMatch(
      /^【更正】灵泉东路紧急停水：抢修时间由26日改为25日。/,
    );
    const corrects = { edition: 1, reason: '因'.repeat(500) };
    const { text, units } = renderWeibo({ ...longTitle, edition: 2, corrects });
    expect(text).toMatch(/^【更正】长/);
    expect(units).toBeLessThanOrEqual(140);
  });

  it('of own words says just these, as a correction and with the page all the same', () => {
    const ownWords = [{ channel: 'weibo', part: 'text', words: '#停水#改到25日', against: '0'.repeat(64) }];
    const written = { ...longTitle, content: { ...longTitle.content, ownWords } };
    const { page } = longTitle.links;
    expect(renderWeibo(written).text).toBe(`＃停水＃改到25日 ${page}`);
    const corrected = { ...written, edition: 2, corrects: { edition: 1, reason: '时间有误' } };
    expect(renderWeibo(corrected).text).toBe(`【更正】＃停水＃改到25日 ${page}`);
    expect(partOf(renderWeibo(corrected).text)).toBe('＃停水＃改到25日');
  });

  it('refuses own words without room and says by how much, and goes without them when it is urgent', () => {
    const ownWords = [{ channel: 'weibo', part: 'text', words: '长'.repeat(135), against: '0'.repeat(64) }];
    const written = { ...longTitle, content: { ...longTitle.content, ownWords } };
    expect(checkWeibo(written)).toEqual([
      {
        field: 'ownWords.weibo.text',
        message: '改写的微博连同网址计 146 字，最多 140 字。',
        remedy: '请删去至少 6 字，或恢复继承。',
      },
    ]);
    const urgent = { ...written, urgent: true as const };
    expect(checkWeibo(urgent)).toEqual([]);
    expect(renderWeibo(urgent)).toEqual(renderWeibo({ ...longTitle, urgent: true }));
  });

  it('shortens a title that leaves no room', () => {
    expect(renderWeibo(longTitle).text).toMatch(/^【长{99}…】/);
  });
});

it.each([
  [undefined, '撤回', /失效|废止/],
  ['withdraw', '撤回', /失效|废止/],
  ['expire', '失效', /撤回|废止/],
  ['repeal', '废止', /撤回|失效/],
  ['lift', '预警解除', /撤回|失效|废止|原因|据此/],
] as const)('says of a notice ended by %s that it is %s, and nothing else', (act, verb, others) => {
  const words = weiboWithdrawal({ ...sampleWithdrawal, act });
  expect(words).toContain(verb);
  expect(words).not.toMatch(others);
});

import { faultsIn } from '@towncrier/content/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderLifting } from './wechat.lifting.ts';
import { wechatProfile } from './wechat.profile.ts';

const lifted = {
  title: '开远市发布山洪灾害红色预警',
  reason: '解除山洪灾害红色预警\n降雨已经减弱，水位回落至警戒水位以下。',
  act: 'lift' as const,
  withdrawnAt: '2026-11-28T08:05:00.000Z',
  links: { page: 'https://www.example.gov.cn/n/7K3QZP4M.html' },
};

describe('a warning that is lifted, as an article', () => {
  it('says so in its title, and the words of its issuer below', () => {
    const { title, digest, content, contentSourceUrl } = renderLifting(lifted);
    expect(title).toBe('预警解除：开远市发布山洪灾害红色预警');
    expect(digest).toContain('降雨已经减弱');
    for (const words of ['预警解除', '2026年11月28日16时05分', '水位回落至警戒水位以下', '原预警不再有效'])
      expect(content).toContain(words);
    expect(title + digest + content).not.toMatch(/撤回|有效期|据此办理/);
    expect(contentSourceUrl).toBe(lifted.links.page);
  });

  it('fits an article whatever its issuer says, and is inert', () => {
    const words = fc
      .record({
        piece: fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'解除<>&"𠮷，。\n ') }),
        times: fc.nat(1000),
      })
      .map(({ piece, times }) => `已解除${piece.repeat(times)}`.slice(0, 20_000).toWellFormed());
    fc.assert(
      fc.property(words, words, (title, reason) => {
        const article = renderLifting({ ...lifted, title: title.slice(0, 200).toWellFormed(), reason });
        expect(article.title.length).toBeLessThanOrEqual(wechatProfile.title.max);
        expect(article.digest.length).toBeLessThanOrEqual(wechatProfile.digest.max);
        expect(article.content.length).toBeLessThanOrEqual(wechatProfile.content.max);
        expect(faultsIn(article.content, { style: true, names: false })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('points to the page where not all of it fits', () => {
    const { content } = renderLifting({ ...lifted, reason: '水位已经回落。'.repeat(2800) });
    expect(content).toContain('全文请点击“阅读原文”');
    expect(content.length).toBeGreaterThan(19_000);
  });
});

import { faultsIn, samples, sampleWithdrawal } from '@towncrier/content/testing';
import { describe, expect, it } from 'vitest';
import { checkWebsite, renderWebsite, websiteProfile, websiteWithdrawal } from './website.article.ts';

describe('the website', () => {
  it('describes an article within its room, and names issuer and subject among its keywords', () => {
    const { description, keywords } = renderWebsite(samples.plan);
    expect(description.length).toBeLessThanOrEqual(websiteProfile.description);
    expect(keywords[0]).toBe('开远市政府办公室');
    expect(keywords).toContain('政务');
    expect(keywords).not.toContain('通知');
    expect(keywords.length).toBeLessThanOrEqual(websiteProfile.keywords);
    expect(new Set(keywords).size).toBe(keywords.length);
  });

  it('asks for a picture that an article shows and does not carry, and for nothing else', () => {
    expect(Object.values(samples).flatMap((edition) => checkWebsite(edition))).toEqual([]);
    const { content } = samples.table;
    expect(checkWebsite({ ...samples.table, content: { ...content, media: [] } })).toMatchObject([
      { field: 'media' },
    ]);
  });

  it.each([
    [undefined, '撤回'],
    ['withdraw', '撤回'],
    ['expire', '失效'],
    ['repeal', '废止'],
  ] as const)('says of a notice ended by %s that it is %s, and why', (act, verb) => {
    const html = websiteWithdrawal({ ...sampleWithdrawal, act, reason: '<b>已完工</b>' });
    expect(html).toContain(`${verb}原因：&lt;b&gt;已完工&lt;/b&gt;`);
    expect(html.match(/撤回|失效|废止/g)?.filter((word) => word === verb).length).toBeGreaterThan(2);
    expect(faultsIn(html, { style: false, names: true })).toEqual([]);
  });

  it('says of a warning that was lifted what its issuer says, and nothing of a withdrawal', () => {
    const html = websiteWithdrawal({ ...sampleWithdrawal, act: 'lift', reason: '降雨已减弱。' });
    expect(html).toContain('<strong>预警解除</strong>');
    expect(html).toContain('解除说明：降雨已减弱。');
    expect(html).not.toMatch(/撤回|失效|有效期|据此办理|原因/);
  });
});

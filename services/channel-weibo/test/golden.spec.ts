import { jsonText, sampleWithdrawal, samples } from '@towncrier/content/testing';
import { expect, it } from 'vitest';
import { renderWeibo, weiboWithdrawal } from '../src/render/weibo.status.ts';
import { renderPost } from '../src/weibo.rendition.ts';

it.each(Object.entries(samples))('the %s notice reads as agreed', async (name, edition) => {
  await expect(jsonText(renderWeibo(edition))).toMatchFileSnapshot(`./golden/${name}.json`);
});

// how the pictures look: docs/looks
it.each(Object.entries(samples))(
  'the picture of the %s notice says what was agreed',
  async (name, edition) => {
    const { picture } = await renderPost(edition, 'post-2');
    const said = picture === null ? '（没有图片）' : picture.words;
    await expect(`${said}\n`).toMatchFileSnapshot(`./golden/${name}.picture.txt`);
  },
);

it('a withdrawal reads as agreed', async () => {
  await expect(`${weiboWithdrawal(sampleWithdrawal)}\n`).toMatchFileSnapshot('./golden/withdrawal.txt');
});

it('a lifted warning reads as agreed', async () => {
  const lifted = {
    ...sampleWithdrawal,
    title: '开远市山洪灾害红色预警',
    act: 'lift' as const,
    reason: '降雨已经结束，水位回落',
  };
  await expect(`${weiboWithdrawal(lifted)}\n`).toMatchFileSnapshot('./golden/lifting.txt');
});

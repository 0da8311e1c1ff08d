import { jsonText, sampleWithdrawal, samples } from '@towncrier/content/testing';
import { expect, it } from 'vitest';
import { renderWeibo, weiboWithdrawal } from '../src/render/weibo.status.ts';

it.each(Object.entries(samples))('the %s notice reads as agreed', async (name, edition) => {
  await expect(jsonText(renderWeibo(edition))).toMatchFileSnapshot(`./golden/${name}.json`);
});

it('a withdrawal reads as agreed', async () => {
  await expect(`${weiboWithdrawal(sampleWithdrawal)}\n`).toMatchFileSnapshot('./golden/withdrawal.txt');
});

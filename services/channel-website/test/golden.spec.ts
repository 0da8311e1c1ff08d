import { jsonText, sampleWithdrawal, samples } from '@towncrier/content/testing';
import { expect, it } from 'vitest';
import { renderWebsite, websiteWithdrawal } from '../src/render/website.article.ts';

it.each(Object.entries(samples))('the %s notice looks as agreed', async (name, edition) => {
  const { html, ...rest } = renderWebsite(edition);
  await expect(`${html}\n`).toMatchFileSnapshot(`./golden/${name}.html`);
  await expect(jsonText(rest)).toMatchFileSnapshot(`./golden/${name}.json`);
});

it('a withdrawn notice looks as agreed', async () => {
  await expect(`${websiteWithdrawal(sampleWithdrawal)}\n`).toMatchFileSnapshot('./golden/withdrawal.html');
});

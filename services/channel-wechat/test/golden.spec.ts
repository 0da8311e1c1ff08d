import { jsonText, samples } from '@towncrier/content/testing';
import { expect, it } from 'vitest';
import { renderWechat } from '../src/render/wechat.article.ts';

it.each(Object.entries(samples))('the %s notice looks as agreed', async (name, edition) => {
  const { content, ...rest } = renderWechat(edition);
  await expect(`${content}\n`).toMatchFileSnapshot(`./golden/${name}.html`);
  await expect(jsonText(rest)).toMatchFileSnapshot(`./golden/${name}.json`);
});

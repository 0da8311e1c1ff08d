import { jsonText, samples } from '@towncrier/content/testing';
import { expect, it } from 'vitest';
import { renderPortal } from '../src/render/portal.card.ts';

it.each(Object.entries(samples))('the card of the %s notice says what was agreed', async (name, edition) => {
  await expect(jsonText(renderPortal(edition))).toMatchFileSnapshot(`./golden/${name}.json`);
});

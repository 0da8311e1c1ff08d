import { jsonText, sampleWithdrawal, samples } from '@towncrier/content/testing';
import { expect, it } from 'vitest';
import { profileOf, shapeNamed } from '../src/screen.shape.ts';
import { ledScreenProfile, ledWithdrawal, renderLed } from '../src/render/led.pages.ts';

it.each(Object.entries(samples))('the %s notice is paged as agreed', async (name, edition) => {
  const today = profileOf(shapeNamed('strip 384x64/16 v3'));
  const pages = {
    strip: renderLed(edition),
    screen: renderLed(edition, ledScreenProfile),
    today: renderLed(edition, today),
  };
  await expect(jsonText(pages)).toMatchFileSnapshot(`./golden/${name}.json`);
});

it('a withdrawal is paged as agreed', async () => {
  await expect(jsonText(ledWithdrawal(sampleWithdrawal))).toMatchFileSnapshot('./golden/withdrawal.json');
});

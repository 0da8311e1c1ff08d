import { jsonText, sampleWithdrawal, samples } from '@towncrier/content/testing';
import { expect, it } from 'vitest';
import { renderSms, smsWithdrawal } from '../src/render/sms.text.ts';

it.each(Object.entries(samples))('the %s notice reads as agreed', async (name, edition) => {
  await expect(jsonText(renderSms(edition))).toMatchFileSnapshot(`./golden/${name}.json`);
});

it('a withdrawal reads as agreed', async () => {
  await expect(jsonText(smsWithdrawal(sampleWithdrawal))).toMatchFileSnapshot('./golden/withdrawal.json');
});

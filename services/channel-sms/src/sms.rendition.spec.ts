import { hashText } from '@towncrier/content';
import { anyEdition, samples } from '@towncrier/content/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSms, smsProfile } from './render/sms.text.ts';
import { formerRoute, formOfRoute, wordsAround } from './route.ts';
import { checkForms, previewForms, renderForms } from './sms.rendition.ts';

const county = formOfRoute(formerRoute);
const street = formOfRoute({ signature: '灵泉街道办', ending: '详询灵泉街道办事处' });

describe('a message for several routes', () => {
  it('bears the signature and the ending of each, around words of its own', () => {
    fc.assert(
      fc.property(anyEdition, fc.uniqueArray(fc.constantFrom(county, street)), (edition, forms) => {
        const { texts } = renderForms(edition, forms);
        expect(texts.map(({ form }) => form)).toEqual(forms);
        for (const { form, text, variable } of texts) {
          const { signature, ending } = wordsAround(form);
          expect(text).toBe(`【${signature}】${variable}${ending}`);
        }
      }),
    );
  });

  it('of one form has the hash of its text, as approvals had it before there were routes', () => {
    const { signature, ending } = formerRoute;
    const { text } = renderSms(samples.water, { ...smsProfile, signature, ending });
    expect(renderForms(samples.water, [county]).hash).toBe(hashText(text));
    expect(renderForms(samples.water, [county, street]).hash).not.toBe(hashText(text));
  });

  it('is shown as every route sends it', () => {
    const preview = previewForms(renderForms(samples.water, [county, street]));
    const words = preview.kind === 'text' ? preview.parts.join('\n') : '';
    expect(words).toContain('【开远市政府】');
    expect(words).toContain('【灵泉街道办】');
  });

  it('is held up once by what stands in the way of all', () => {
    const wordy = [county, street].map((form) => {
      const { signature } = wordsAround(form);
      return formOfRoute({ signature, ending: '尾'.repeat(400 - signature.length) });
    });
    expect(checkForms(samples.water, wordy)).toHaveLength(1);
  });

  it('cannot be made where there is no route', () => {
    expect(checkForms(samples.water, [])).toMatchObject([
      { message: expect.stringContaining('没有短信线路') as string },
    ]);
  });
});

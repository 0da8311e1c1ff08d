import { hashText } from '@towncrier/content';
import { anyEdition, samples } from '@towncrier/content/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSms, smsProfile } from './render/sms.text.ts';
import { formerRoute, formOfRoute, wordsAround } from './route.ts';
import { checkForms, notesOf, previewForms, renderForms } from './sms.rendition.ts';

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

  it('is shown as every route sends it, the parts of each counted by themselves', () => {
    const rendition = renderForms(samples.water, [county, street]);
    const preview = previewForms(rendition);
    const messages = preview.kind === 'text' ? (preview.messages ?? []) : [];
    expect(messages.map(({ where }) => where)).toEqual(['开远市政府', '灵泉街道办']);
    expect(messages.map(({ parts }) => parts.join(''))).toEqual(rendition.texts.map(({ text }) => text));
  });

  it('tells what each costs in fragments, how to save one, and what became of its brackets', () => {
    const bracketed = {
      ...samples.water,
      content: { ...samples.water.content, title: '关于【灵泉东路】停水的通知' },
    };
    const [note = ''] = notesOf(renderForms(bracketed, [county]));
    expect(note).toMatch(
      /^【开远市政府】计 2 条：共 \d+ 字，含签名（UCS-2 编码，每条 67 字）；删去 \d+ 个字可省 1 条/u,
    );
    expect(note).toContain('括号【】2 处改为〔〕');
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

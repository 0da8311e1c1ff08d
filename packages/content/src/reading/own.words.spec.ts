import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionOf, paragraph } from '../testing/samples.ts';
import { anyEdition } from '../testing/arbitrary.ts';
import { contentHash } from '../hash.ts';
import { mainTextHash, ownField, ownWordsIn, withOwnWords, writtenFor } from './own.words.ts';

const { content } = editionOf({
  title: '停水通知',
  body: { type: 'doc', content: [paragraph('25日停水。')] },
});
const sms = { channel: 'sms', part: 'text', words: '明天停水' };

describe('own words of a channel', () => {
  it('are for the text that they come with, until they say for which', () => {
    const written = withOwnWords(content, [sms]);
    expect(written.ownWords).toEqual([{ ...sms, against: mainTextHash(content) }]);
    const changed = withOwnWords({ ...written, title: '停水更正' }, written.ownWords ?? []);
    expect(changed.ownWords?.[0]?.against).toBe(mainTextHash(content));
    expect(mainTextHash(changed)).not.toBe(mainTextHash(content));
  });

  it('are part of what is approved, and no part of the main text; neither is its index number', () => {
    const written = withOwnWords(content, [sms]);
    expect(contentHash(written)).not.toBe(contentHash(content));
    expect(mainTextHash(written)).toBe(mainTextHash(content));
    const numbered = { ...content, header: { ...content.header, indexNumber: '015-2026' } };
    expect(mainTextHash(numbered)).toBe(mainTextHash(content));
  });

  it('are one entry for each part, in one order and of clean lines, whatever is handed in', () => {
    const weibo = { channel: 'weibo', part: 'text', words: ' 一\u200b\r\n\n 二  三 ' };
    const given = [weibo, { ...sms, words: '旧' }, sms];
    const written = withOwnWords(content, given);
    expect(written.ownWords?.map(({ channel, words }) => [channel, words])).toEqual([
      ['sms', '明天停水'],
      ['weibo', '一\n二 三'],
    ]);
    expect(contentHash(written)).toBe(contentHash(withOwnWords(content, [sms, weibo])));
  });

  it('that are blank say nothing, and those without room are left out of what is urgent', () => {
    const edition = editionOf(content);
    const having = (words: string, urgent: boolean) => ({
      ...edition,
      content: withOwnWords(edition.content, [{ ...sms, words }]),
      ...(urgent ? { urgent: true as const } : {}),
    });
    const asked = { channel: 'sms', part: 'text', fits: (words: string) => words.length <= 4 };
    expect(ownWordsIn(having(' ', false), asked)).toBeNull();
    expect(ownWordsIn(having('明天停水', true), asked)).toBe('明天停水');
    expect(ownWordsIn(having('明天会停水', true), asked)).toBeNull();
    expect(ownWordsIn(having('明天会停水', false), asked)).toBe('明天会停水');
    expect(writtenFor(having('明天会停水', true).content, 'sms', 'text')).toBe('明天会停水');
    expect(writtenFor(edition.content, 'sms', 'text')).toBeNull();
    expect(ownField(sms)).toBe('ownWords.sms.text');
  });

  it('that were written for another text are not sent with what is urgent, which nobody compares', () => {
    const old = withOwnWords(content, [{ ...sms, words: '25日8时停水' }]).ownWords ?? [];
    const corrected = withOwnWords({ ...content, title: '停水通知（改为9时）' }, old);
    const asked = { channel: 'sms', part: 'text', fits: () => true };
    const edition = { ...editionOf(content), content: corrected };
    expect(ownWordsIn(edition, asked)).toBe('25日8时停水');
    expect(ownWordsIn({ ...edition, urgent: true }, asked)).toBeNull();
    const compared = withOwnWords(corrected, [{ ...sms, words: '25日9时停水' }]);
    expect(ownWordsIn({ ...edition, content: compared, urgent: true }, asked)).toBe('25日9时停水');
  });

  it('of nobody leave a content as it is', () => {
    fc.assert(
      fc.property(anyEdition, ({ content: each }) => {
        expect(withOwnWords(each, [])).toEqual(each);
        expect(withOwnWords(withOwnWords(each, [sms]), [])).toEqual(each);
      }),
    );
  });
});

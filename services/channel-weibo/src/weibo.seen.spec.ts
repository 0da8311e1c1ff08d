import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saysTheSame } from './weibo.seen.ts';

const page = 'https://www.example.gov.cn/n/7K3QZP4M.html';
const sent = `【停水】“A&B”小区 <东区>：8时至18时。 ${page}`;

describe('a post that is seen says what was sent', () => {
  it.each([
    ['as it was sent', sent],
    [
      'with the link made short and a space of no width behind it',
      sent.replace(page, 'http://t.cn/A6abcDEF \u200b'),
    ],
    ['with entities of HTML', sent.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')],
  ])('%s', (_, seen) => expect(saysTheSame(seen, sent)).toBe(true));

  it.each([
    ['another word', sent.replace('8时', '9时')],
    ['another address', sent.replace('7K3QZP4M', '7K3QZP4N')],
    ['no address', sent.replace(page, '')],
    ['a second address', `${sent} http://t.cn/A6abcDEF`],
  ])('but not with %s', (_, seen) => expect(saysTheSame(seen, sent)).toBe(false));

  it('and no two texts without links do unless they are the same', () => {
    const words = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/[&\u200b-\u200d\u2060\ufeff\ufe0e\ufe0f\s]|http/.test(text));
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(saysTheSame(a, b)).toBe(a === b);
        expect(saysTheSame(a, a)).toBe(true);
      }),
    );
  });
});

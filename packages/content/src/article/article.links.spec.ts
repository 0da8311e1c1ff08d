import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOfHtml } from '../reading/html.words.ts';
import { withLinks } from './article.links.ts';

const hrefs = (words: string): readonly string[] =>
  [...withLinks(words).matchAll(/href="([^"]+)"/gu)].map(([, href = '']) => href);

describe('plain words of an article', () => {
  it.each([
    [
      '网址：https://etax.yn.example.gov.cn/#/sb/jf?lx=cxjm&nd=2027；',
      ['https://etax.yn.example.gov.cn/#/sb/jf?lx=cxjm&amp;nd=2027'],
    ],
    ['登录https://ggzy.example.gov.cn/a?id=1下载。', ['https://ggzy.example.gov.cn/a?id=1']],
    ['邮箱：ybj_2027@ky.example.gov.cn。', ['mailto:ybj_2027@ky.example.gov.cn']],
    ['电话0873-7122110，手机13987300000。', ['tel:08737122110', 'tel:13987300000']],
    ['账号6228480402564890018，编号139873000001，2026-11-29', []],
    ['预算31.42亿元，共7122110人', []],
    ['网址www.ky.example.gov.cn/a，', ['https://www.ky.example.gov.cn/a']],
    ['请拨打12345或0873—7122110', ['tel:12345', 'tel:08737122110']],
    ['共12345元，第96116号，热线电话：96116。', ['tel:96116']],
  ])('link what can be opened, written to or called: %s', (words, expected) => {
    expect(hrefs(words)).toEqual(expected);
  });

  it('show the same characters as before', () => {
    const piece = fc.constantFrom(
      '电话',
      '0873-7122110',
      'https://a.example.cn/x',
      'yj@a.example.cn',
      '<b>',
      '&',
      '，',
      '1',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
        (words) => {
          expect(wordsOfHtml(`<p>${withLinks(words)}</p>`).trim()).toBe(words.trim());
        },
      ),
    );
  });
});

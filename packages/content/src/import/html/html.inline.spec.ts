import type { Inline, Mark } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { tidyInline } from './html.inline.ts';
import { importHtml } from '../import-html.ts';

const text = (words: string, ...marks: readonly Mark[]): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length === 0 ? {} : { marks: [...marks] }),
});
const bold: Mark = { type: 'bold' };
const underline: Mark = { type: 'underline' };
const brk: Inline = { type: 'hardBreak' };
const inlineOf = (html: string): readonly Inline[] => {
  const [block] = importHtml(`<p>${html}</p>`).blocks;
  return block?.type === 'paragraph' ? block.content : [];
};

describe('running text', () => {
  it.each([
    ['甲 <b>乙</b>', [text('甲 '), text('乙', bold)]],
    ['甲 <b> 乙</b>', [text('甲 '), text('乙', bold)]],
    ['甲<b> 乙 </b> 丙', [text('甲'), text(' 乙 ', bold), text('丙')]],
    ['<b>甲</b><strong>乙</strong>', [text('甲乙', bold)]],
    ['<b><u>甲</u></b>', [text('甲', bold, underline)]],
    ['<b><b>甲</b></b>', [text('甲', bold)]],
    ['<u>甲</u>', [text('甲', underline)]],
    ['<i>甲</i>', [text('甲')]],
    ['甲 <br> 乙', [text('甲'), brk, text('乙')]],
    ['<br><br>甲<br>', [text('甲')]],
    ['甲<br><br>乙', [text('甲'), brk, brk, text('乙')]],
    ['甲 <b> </b>', [text('甲')]],
    ['甲\n\t　乙&nbsp;丙', [text('甲 乙 丙')]],
    ['甲<!-- 乙 -->丙', [text('甲丙')]],
    ['甲 乙<b> 丙</b>', [text('甲 乙'), text(' 丙', bold)]],
    ['甲\n乙', [text('甲乙')]],
    ['water\nstops', [text('water stops')]],
    ['甲\nA', [text('甲 A')]],
    ['A\n甲乙', [text('A 甲乙')]],
    ['<b>甲乙</b>丙\nA丁\n戊', [text('甲乙', bold), text('丙 A丁戊')]],
    ['<b>甲</b>\n乙<u>A</u>', [text('甲', bold), text('乙'), text('A', underline)]],
    ['<u>A</u>乙\n<b>甲</b>', [text('A', underline), text('乙'), text('甲', bold)]],
    ['<b>A</b>\n乙', [text('A', bold), text(' 乙')]],
    ['&#x200B;甲', [text('甲')]],
    [' ', []],
  ])('of %j is tidy', (html, expected) => {
    expect(inlineOf(html)).toEqual(expected);
  });

  it('has no blanks at its ends and beside a break, however many there were', () => {
    expect(tidyInline([text('  甲  '), brk, text('  乙  ')])).toEqual([text('甲'), brk, text('乙')]);
    expect(tidyInline([text('甲 '), text(' ', bold), text('  ', underline), brk])).toEqual([text('甲')]);
  });

  it('is not changed by being tidied again', () => {
    const once = tidyInline([text(' 甲 '), text(' 乙', bold), brk, text(' '), brk, text('丙 ', bold)]);
    expect(tidyInline(once)).toEqual(once);
  });
});

describe('a link', () => {
  it.each([
    'https://www.example.gov.cn/a?b=1&c=2',
    'http://www.example.gov.cn',
    'mailto:a@example.gov.cn',
    'tel:0873-7123456',
  ])('to %s is kept', (href) => {
    expect(inlineOf(`<a href="${href.replace('&', '&amp;')}">甲</a>`)).toEqual([
      text('甲', { type: 'link', attrs: { href } }),
    ]);
  });

  it('may have blanks around its address', () => {
    const href = 'https://www.example.gov.cn/a';
    expect(inlineOf(`<a href="&#32;${href}&#10;">甲</a>`)).toEqual([
      text('甲', { type: 'link', attrs: { href } }),
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'ftp://example.gov.cn/a',
    '//example.gov.cn/a',
    '/a',
    'a.html',
    '#top',
    '',
    `https://example.gov.cn/${'a'.repeat(2000)}`,
  ])('to %s leaves its words', (href) => {
    expect(inlineOf(`<a href="${href}">甲</a>`)).toEqual([text('甲')]);
  });
});

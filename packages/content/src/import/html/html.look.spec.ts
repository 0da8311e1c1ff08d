import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { isElement } from './html.inline.ts';
import { lookOf, type Look } from './html.look.ts';

const plain: Look = {
  hidden: false,
  struck: false,
  raised: null,
  bold: false,
  align: null,
  numbering: null,
};
const look = (attributes: string): Look => {
  const [element] = parseFragment(`<span ${attributes}>甲</span>`).childNodes;
  if (element === undefined || !isElement(element)) throw new Error('no element');
  return lookOf(element);
};

describe('the look of an element', () => {
  it.each([
    ['display: none', { hidden: true }],
    ['visibility: hidden', { hidden: true }],
    ['mso-hide: all', { hidden: true }],
    ['display: block; visibility: visible; mso-hide: none', {}],
    ['text-decoration: line-through', { struck: true }],
    ['text-decoration-line: underline line-through', { struck: true }],
    ['text-decoration: underline', {}],
    ['vertical-align: super', { raised: 'superscript' }],
    ['vertical-align: sub', { raised: 'subscript' }],
    ['vertical-align: top', {}],
    ['font-weight: bold', { bold: true }],
    ['font-weight: bolder', { bold: true }],
    ['font-weight: 700', { bold: true }],
    ['font-weight: 600', { bold: true }],
    ['font-weight: 599', {}],
    ['font-weight: normal', {}],
    ['text-align: center', { align: 'center' }],
    ['text-align: right', { align: 'right' }],
    ['text-align: left', {}],
    ['list-style-type: Upper-Roman', { numbering: 'upper-roman' }],
    ['list-style: lower-alpha inside', { numbering: 'lower-alpha' }],
    ['list-style: square; list-style-type: none', { numbering: 'none' }],
  ] as const)('“%s” says %o', (style, said) => {
    expect(look(`style="${style}"`)).toEqual({ ...plain, ...said });
  });

  it('is read in whatever way a style is written', () => {
    expect(look('style="DISPLAY : None ! important;;color:red"').hidden).toBe(true);
    expect(look('style="font-weight:bold!important"').bold).toBe(true);
    expect(look('style="display"')).toEqual(plain);
    expect(look('style="display: none; display:"').hidden).toBe(true);
    expect(look('style="background:url(https://a.cn/x);display:none"').hidden).toBe(true);
    expect(look('style="list-style-type: url(https://a.cn)"').numbering).toBe('url(https://a.cn)');
    expect(look('style=""')).toEqual(plain);
    expect(look('')).toEqual(plain);
  });

  it('is said by attributes too, and a style wins over them', () => {
    expect(look('hidden').hidden).toBe(true);
    expect(look('align="CENTER"').align).toBe('center');
    expect(look('align="justify"').align).toBeNull();
    expect(look('align="center" style="text-align:right"').align).toBe('right');
  });
});

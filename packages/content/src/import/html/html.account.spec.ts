import type { Block } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { renderPlain } from '../../reading/plain.ts';
import { dotImage } from '../../testing/samples.ts';
import { importHtml } from '../import-html.ts';

const textOf = (blocks: readonly Block[]): string => renderPlain({ type: 'doc', content: [...blocks] });
const read = (html: string) => {
  const { blocks, losses } = importHtml(html);
  return { text: textOf(blocks), losses: losses.map(({ kind, where, excerpt }) => [kind, where, excerpt]) };
};
const lossesOf = (html: string) => read(html).losses;
const placesOf = (html: string) => importHtml(html).losses.map(({ where }) => where);
const shapes = (html: string): readonly string[] =>
  importHtml(html).blocks.map((block) =>
    block.type === 'paragraph' ? (block.attrs?.align ?? 'left') : block.type,
  );

describe('the place of a loss', () => {
  it.each([
    ['甲<p>乙<s>丙</s></p>', '第2段'],
    ['<p>甲</p>乙<s>丙</s>', '第2段'],
    ['甲<b>乙</b><s>丙</s>', '第1段'],
    ['甲<span>乙</span><s>丙</s>', '第1段'],
    ['<p>甲</p><p></p><p><s>乙</s></p>', '第2段'],
    ['<p>甲</p><table><tr><td>乙</table><p>丙<s>丁</s></p>', '第2段'],
    ['<p hidden> </p>甲<s>乙</s>', '第1段'],
  ])('in %s is %s: paragraphs count, tables and what is empty do not', (html, place) => {
    expect(placesOf(html)).toEqual([place]);
  });

  it('counts a hidden paragraph as one', () => {
    expect(placesOf('甲<p hidden>乙</p>丙<s>丁</s>')).toEqual(['第2段', '第3段']);
    expect(placesOf('甲<b hidden>乙</b>丙<s>丁</s>')).toEqual(['第1段', '第1段']);
  });

  it('in a table is its cell, headers included, and a table within a cell is part of it', () => {
    expect(placesOf('<table><tr><th>甲</th><th><s>乙</s></th></tr></table>')).toEqual(['第1张表第1行第2格']);
    expect(
      placesOf(
        `<table><tr><td>甲</table>
         <table><tr><td>甲<table><tr><td>1<td>2<tr><td>3</table></td><td><s>乙</s></td></tr><tr><td><s>丙</s></table>`,
      ),
    ).toEqual(['第2张表第1行第1格', '第2张表第1行第2格', '第2张表第2行第1格']);
  });
});

describe('nesting', () => {
  it('is sixty deep without a loss, and deeper with one where there are words', () => {
    expect(lossesOf(`${'<div>'.repeat(60)}深`)).toEqual([]);
    expect(read(`${'<div>'.repeat(61)}深`)).toEqual({ text: '深', losses: [['too-deep', '第1段', '深']] });
    expect(read('<div>'.repeat(70))).toEqual({ text: '', losses: [] });
  });
});

describe('what is struck or hidden', () => {
  it('and empty is no loss', () => {
    expect(read('<p>甲<span style="text-decoration:line-through"> </span><span hidden></span></p>')).toEqual({
      text: '甲',
      losses: [],
    });
  });
});

describe('the looks of a text', () => {
  it('make it bold, in a block of its own style too', () => {
    const bold = [{ type: 'text', text: '甲', marks: [{ type: 'bold' }] }];
    expect(importHtml('<p><span style="font-weight:bold">甲</span></p>').blocks).toEqual([
      { type: 'paragraph', content: bold },
    ]);
    expect(importHtml('<p><span style="font-weight:bold"></span>甲</p>').blocks).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: '甲' }] },
    ]);
  });

  it('do not reach into the blocks it holds', () => {
    expect(importHtml('<span style="font-weight:bold"><h2>题</h2></span>').blocks).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '题' }] },
    ]);
  });

  it('raise it', () => {
    expect(read('<p>m<span style="vertical-align:super">2</span></p>')).toEqual({ text: 'm²', losses: [] });
    expect(read('<p>H<span style="vertical-align:sub">2</span>O</p>').text).toBe('H₂O');
  });

  it.each([
    ['<p style="text-align:center">甲', 'center'],
    ['<p align="CENTER">甲', 'center'],
    ['<p align="left" style="text-align:right">甲', 'right'],
    ['<div align="right">甲</div>', 'right'],
    ['<div style="text-align:center">甲</div>', 'center'],
    ['<h2 align="center">甲</h2>', 'heading'],
    ['<ul align="center"><li>甲</ul>', 'bulletList'],
    ['<div>甲</div>', 'left'],
  ])('set %s: %s', (html, shape) => {
    expect(shapes(html)).toEqual([shape]);
  });

  it('keep the lines of a text that was set by hand, and of no other', () => {
    expect(read('<pre>甲\n乙<b>丙\n丁</b></pre>').text).toBe('甲\n乙丙\n丁');
    expect(shapes('<pre>甲\n乙</pre>')).toEqual(['left']);
    expect(read('<p>甲\n乙</p>').text).toBe('甲乙');
  });
});

describe('a table within a cell', () => {
  it('is written as lines, its caption included', () => {
    const { text, losses } = read(
      `<table><tr><td>甲<table><caption>名额</caption><colgroup><col></colgroup>
       <thead><tr><th>村</th> <th>数</th></tr></thead>
       <tbody><tr><td>东</td><td>5</td></tr></tbody><tfoot><tr><td>计</td></tr></tfoot></table></td></tr></table>`,
    );
    expect(text).toBe('甲 名额 村 数 东 5 计');
    expect(losses).toEqual([['nested-table', '第1张表第1行第1格', '名额 村 数 东5计']]);
  });
});

describe('pictures in cells', () => {
  it('stand after the table, each under the place where it stood', () => {
    const { blocks } = importHtml(
      `<table><tr><td>甲<img src="${dotImage}"></td><td><img src="${dotImage}"></td></tr></table><p>完</p>`,
    );
    expect(blocks.map(({ type }) => type)).toEqual(['table', 'image', 'image', 'paragraph']);
    expect(blocks.flatMap((block) => (block.type === 'image' ? [block.attrs.caption] : []))).toEqual([
      '第1张表第1行第1格的图片',
      '第1张表第1行第2格的图片',
    ]);
    expect(blocks[0]).toMatchObject({
      content: [{ content: [{ content: [{ text: '甲' }] }, { content: [] }] }],
    });
  });
});

describe('a link', () => {
  it.each([
    '<a>甲</a>',
    '<a href="">甲</a>',
    '<a href="#top">甲</a>',
    '<a href=" https://www.example.gov.cn/a ">甲</a>',
    '<a href="TEL:12345">甲</a>',
  ])('%s is no loss', (html) => {
    expect(read(html)).toEqual({ text: expect.stringMatching(/^甲/) as string, losses: [] });
  });

  it.each(['a.html#', '/jump?to=https://www.example.gov.cn', 'javascript:"https:"'])(
    'to %s leads nowhere, and that is told',
    (href) => {
      const { losses, blocks } = importHtml(`<a href='${href}'>甲</a>`);
      expect(losses.map(({ kind }) => kind)).toEqual(['link']);
      expect(JSON.stringify(blocks)).not.toContain('"link"');
    },
  );

  it('is resolved against an address of the web, and against no other', () => {
    const linkFrom = (base: string) => JSON.stringify(importHtml(`${base}<a href="b">甲</a>`).blocks);
    expect(linkFrom('<meta name="x"><base href="http://a.example.gov.cn/x/">')).toContain(
      '"http://a.example.gov.cn/x/b"',
    );
    expect(linkFrom('<base href="ftp://a.example.gov.cn/">')).not.toContain('link');
    expect(linkFrom('<base href="/x/">')).not.toContain('link');
    expect(linkFrom('<base>')).not.toContain('link');
  });

  it('in a picture with several of them is told, and its words stay', () => {
    expect(read('<p>楼层图</p><map><area alt="一楼" href="/a"><area>见图</map>')).toEqual({
      text: '楼层图\n见图',
      losses: [
        ['link', '第2段', '一楼 /a'],
        ['link', '第2段', undefined],
      ],
    });
  });
});

describe('what has no words of its own', () => {
  it.each([
    ['<iframe title="地图" src="https://m.example.gov.cn/1"></iframe>', 'embedded-media', '地图'],
    ['<iframe src="https://m.example.gov.cn/1"></iframe>', 'embedded-media', 'https://m.example.gov.cn/1'],
    ['<svg></svg>', 'drawing', undefined],
    ['<select><option>甲</select>', 'form-control', '甲'],
  ])('%s is told by what it says of itself', (html, kind, words) => {
    expect(read(`<p>前</p>${html}`)).toEqual({ text: '前', losses: [[kind, '第2段', words]] });
  });
});

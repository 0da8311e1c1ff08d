import type { Block } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { dotImage } from '../../testing/samples.ts';
import { inlineText } from '../../reading/inline.text.ts';
import { importHtml } from '../import-html.ts';

const blocksOf = (html: string): readonly Block[] => importHtml(html).blocks;
const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (words: string) => ({ type: 'paragraph', content: [text(words)] });

describe('a heading', () => {
  it.each([2, 3, 4, 5])('of the level %i keeps it', (level) => {
    expect(blocksOf(`<h${level}>甲</h${level}>`)).toEqual([
      { type: 'heading', attrs: { level }, content: [text('甲')] },
    ]);
  });

  it('has a level from 2 to 5; those of the first level are named, since one of them may be the title', () => {
    const { titles, blocks } = importHtml('<h1>甲</h1><h1>乙</h1><h2>丙</h2><h5>丁</h5><h6>戊</h6>');
    expect(titles).toEqual(['甲', '乙']);
    expect(blocks.map((block) => block.type === 'heading' && block.attrs.level)).toEqual([2, 2, 2, 5, 5]);
  });

  it('is found for the title in any depth', () => {
    expect(importHtml('<div><h1></h1><section><h1>甲</h1></section></div><p>乙').titles).toEqual(['甲']);
    expect(importHtml('<blockquote><h1>甲</h1></blockquote>').titles).toEqual(['甲']);
    expect(importHtml('<p>乙').titles).toEqual([]);
    expect(importHtml('<h1>停水<br>通知</h1>').titles).toEqual(['停水 通知']);
  });

  it('is none without words, and lets its pictures go before what follows', () => {
    expect(blocksOf('<h2> </h2><p>乙')).toEqual([paragraph('乙')]);
    expect(blocksOf(`<h2>甲<b><img src="${dotImage}" alt="码"></b></h2>`).map(({ type }) => type)).toEqual([
      'heading',
      'image',
    ]);
    expect(blocksOf(`<h2><img src="${dotImage}"></h2>`).map(({ type }) => type)).toEqual(['image']);
  });
});

describe('a list', () => {
  const depthOf = (blocks: readonly Block[]): number =>
    Math.max(
      0,
      ...blocks.map((block) =>
        block.type === 'bulletList' || block.type === 'orderedList'
          ? 1 + Math.max(...block.content.map((item) => depthOf(item.content)))
          : block.type === 'quote'
            ? 1 + depthOf(block.content)
            : 0,
      ),
    );

  it('keeps lists within its items', () => {
    expect(blocksOf('<ul><li>甲<ol><li>乙</ol><li>丙</ul>')).toEqual([
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph('甲'),
              { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('乙')] }] },
            ],
          },
          { type: 'listItem', content: [paragraph('丙')] },
        ],
      },
    ]);
  });

  it('is eight deep at most, and so are quotations; words below stay', () => {
    const nested = (tag: string, count: number) => blocksOf(`${tag.repeat(count)}深`);
    expect(depthOf(nested('<ul><li>', 8))).toBe(8);
    expect(depthOf(nested('<ul><li>', 12))).toBe(8);
    expect(depthOf(nested('<blockquote>', 8))).toBe(8);
    expect(depthOf(nested('<blockquote>', 12))).toBe(8);
    expect(JSON.stringify(nested('<ul><li>', 12))).toContain('深');
    expect(JSON.stringify(nested('<blockquote>', 12))).toContain('深');
  });

  it('has no item within an item where the source has none', () => {
    expect(blocksOf('<ul><li>甲<b>乙</b></ul>')).toEqual([
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              { type: 'paragraph', content: [text('甲'), { ...text('乙'), marks: [{ type: 'bold' }] }] },
            ],
          },
        ],
      },
    ]);
  });

  it('takes what stands beside its items for an item, and leaves out empty ones and itself when empty', () => {
    expect(blocksOf('<ul>散<li> <li>甲</ul>')).toMatchObject([
      { content: [{ content: [paragraph('散')] }, { content: [paragraph('甲')] }] },
    ]);
    expect(blocksOf('<ul><li> </ul><ol></ol><blockquote> </blockquote>')).toEqual([]);
  });

  it.each([
    ['1', undefined],
    ['2', { start: 2 }],
    ['999999', { start: 999_999 }],
    ['1000000', undefined],
    ['1.5', undefined],
    ['x', undefined],
  ])('that starts at %s has the attributes %o', (start, attrs) => {
    const [list] = blocksOf(`<ol start="${start}"><li>甲</ol>`);
    expect(list?.type === 'orderedList' && list.attrs).toEqual(attrs);
  });
});

describe('a list that counts in another way', () => {
  const lines = (html: string): readonly string[] =>
    blocksOf(html).map((block) => (block.type === 'paragraph' ? inlineText(block.content) : block.type));

  it.each([
    ['<ol start="0"><li>甲<li>乙</ol>', ['0. 甲', '1. 乙']],
    ['<ol start="-3"><li>甲</ol>', ['-3. 甲']],
    ['<ol reversed><li>甲<li>乙</ol>', ['2. 甲', '1. 乙']],
    ['<ol type="a"><li>甲<li><p>乙</p><p>丙</p></ol>', ['a. 甲', 'b. 乙', '丙']],
    ['<ol type="I" start="4"><li>甲</ol>', ['IV. 甲']],
    ['<ol style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol>', ['一、甲', '二、乙']],
    ['<ol style="list-style: none"><li>甲</ol>', ['甲']],
    ['<ol><li>甲<li value="5">乙<li>丙</ol>', ['1. 甲', '5. 乙', '6. 丙']],
    ['<ol><li type="A">甲</ol>', ['A. 甲']],
    ['<ol><li type="A">甲<li>乙</ol>', ['A. 甲', '2. 乙']],
    ['<ol type="a">散<li>甲</ol>', ['散', 'a. 甲']],
    ['<ol type="a"><p>散</p><li>甲</ol>', ['散', 'a. 甲']],
    ['<ol type="a"><li>\n<div><p align="center">甲</p>乙</div></ol>', ['a. 甲', '乙']],
    ['<ol reversed><div>散</div><li>甲<li>乙</ol>', ['散', '2. 甲', '1. 乙']],
    ['<ol reversed start="7"><li>甲<li>乙</ol>', ['7. 甲', '6. 乙']],
    ['<ol><li value="999999">甲</ol>', ['999999. 甲']],
  ])('%s keeps its numbers as words', (html, words) => {
    expect(lines(html)).toEqual(words);
    expect(importHtml(html).losses).toMatchObject([{ kind: 'list-number', count: 1 }]);
  });
});

describe('a list whose items say what they need not', () => {
  it.each([
    '<ol><li>甲<li value="">乙</ol>',
    '<ol><li>甲<li value=" ">乙</ol>',
    '<ol><li>甲<li value="2">乙</ol>',
    '<ol><li>甲<li value="1.5">乙</ol>',
    '<ol><li>甲<li value="1000000">乙</ol>',
    '<ol type="1"><li type="1">甲<li>乙</ol>',
    '<ol style="list-style-type: decimal"><li>甲<li>乙</ol>',
  ])('%s stays a list', (html) => {
    expect(importHtml(html)).toMatchObject({ blocks: [{ type: 'orderedList' }], losses: [] });
  });

  it('keeps the places of what is lost in the items that are written out', () => {
    const places = (html: string) => importHtml(html).losses.map(({ kind, where }) => `${kind} ${where}`);
    expect(places('<ol type="a"><li>甲<li><s>乙</s></ol>')).toEqual([
      'list-number 第1段',
      'struck-text 第2段',
    ]);
    expect(places('<ol type="a">散<li><s>乙</s></ol>')[1]).toBe('struck-text 第2段');
    expect(places('<ol type="a"><li>甲</li>散<s>乙</s></ol>')[1]).toBe('struck-text 第2段');
  });
});

describe('running text', () => {
  it('between blocks becomes paragraphs of its own', () => {
    expect(blocksOf('甲<p>乙</p>丙<hr>丁')).toEqual([
      paragraph('甲'),
      paragraph('乙'),
      paragraph('丙'),
      { type: 'divider' },
      paragraph('丁'),
    ]);
  });

  it('keeps marks that reach through blocks', () => {
    expect(blocksOf('<b>甲<p>乙</p></b>丙')).toEqual([
      { type: 'paragraph', content: [{ ...text('甲'), marks: [{ type: 'bold' }] }] },
      { type: 'paragraph', content: [{ ...text('乙'), marks: [{ type: 'bold' }] }] },
      paragraph('丙'),
    ]);
  });

  it.each([
    ['<p align="center">甲', { align: 'center' }],
    ['<p align="right">甲', { align: 'right' }],
    ['<p align="left">甲', undefined],
    ['<p align="justify">甲', undefined],
    ['<center>甲', { align: 'center' }],
    ['<center><p>甲', { align: 'center' }],
    ['<center><p align="right">甲', { align: 'right' }],
    ['<center><div>甲', { align: 'center' }],
  ])('of %s stands as %o', (html, attrs) => {
    const [block] = blocksOf(html);
    expect(block?.type === 'paragraph' && block.attrs).toEqual(attrs);
  });
});

describe('a picture', () => {
  it('has the words of its description, or of its caption where it has none', () => {
    const figure = (alt: string, caption: string) =>
      blocksOf(`<figure><img src="${dotImage}" alt="${alt}"><figcaption>${caption}</figcaption></figure>`);
    expect(figure('码', '扫码')).toMatchObject([{ attrs: { alt: '码', caption: '扫码' } }]);
    expect(figure('', '扫码')).toMatchObject([{ attrs: { alt: '扫码', caption: '扫码' } }]);
    expect(blocksOf(`<img src="${dotImage}" alt=" 二 维　码 ">`)).toMatchObject([
      { attrs: { alt: '二 维 码' } },
    ]);
    expect(blocksOf(`<img src="${dotImage}" alt="${'长'.repeat(301)}">`)).toMatchObject([
      { attrs: { alt: '长'.repeat(300) } },
    ]);
    expect(figure('码', `${'长'.repeat(301)}`)).toMatchObject([{ attrs: { caption: '长'.repeat(300) } }]);
    expect(figure('码', '一<br>二')).toMatchObject([{ attrs: { caption: '一 二' } }]);
  });

  it('that cannot be carried leaves its words, and nothing where it has none', () => {
    expect(blocksOf('<img src="https://x.cn/a.png" alt="图">')).toEqual([paragraph('［图片：图］')]);
    expect(blocksOf('<figure><img alt="图"><figcaption>说明</figcaption></figure>')).toEqual([
      paragraph('［图片：说明］'),
    ]);
    expect(blocksOf('<img src="https://x.cn/a.png">')).toEqual([]);
  });

  it('shares a caption with nothing else: a figure of more is taken apart', () => {
    expect(
      blocksOf(
        `<figure><img src="${dotImage}" alt="一"><img src="${dotImage}" alt="二"><figcaption>说明</figcaption></figure>`,
      ).map(({ type }) => type),
    ).toEqual(['image', 'image', 'paragraph']);
    expect(blocksOf('<figure><figcaption>说明</figcaption></figure>')).toEqual([paragraph('说明')]);
    expect(blocksOf(`<figure><img src="${dotImage}"></figure>`).map(({ type }) => type)).toEqual(['image']);
  });
});

describe('a list of labels and values', () => {
  const factsOf = (html: string) => blocksOf(`<dl>${html}</dl>`)[0]?.type;
  const pair = (label: number, value: number) => `<dt>${'标'.repeat(label)}<dd>${'值'.repeat(value)}`;

  it('is key facts up to twenty pairs of short words', () => {
    expect(factsOf(pair(20, 300))).toBe('keyFacts');
    expect(factsOf(pair(21, 300))).toBe('paragraph');
    expect(factsOf(pair(20, 301))).toBe('paragraph');
    expect(factsOf(pair(1, 1).repeat(20))).toBe('keyFacts');
    expect(factsOf(pair(1, 1).repeat(21))).toBe('paragraph');
    expect(factsOf(`<div>${pair(1, 1)}</div>`)).toBe('keyFacts');
  });

  it('has each label and value on one line', () => {
    expect(blocksOf('<dl>\n<dt>时<br>间</dt> <dd>8时 <b>起</b></dd><dt>地点</dt><dd>大厅</dd></dl>')).toEqual(
      [
        {
          type: 'keyFacts',
          attrs: {
            facts: [
              { label: '时 间', value: '8时 起' },
              { label: '地点', value: '大厅' },
            ],
          },
        },
      ],
    );
  });

  it('is paragraphs where something is not in pairs or empty', () => {
    expect(factsOf('<dt>甲')).toBe('paragraph');
    expect(factsOf('<dd>甲<dt>乙')).toBe('paragraph');
    expect(factsOf('<dt>甲<dt>乙')).toBe('paragraph');
    expect(factsOf('<dt>甲<dd> ')).toBe('paragraph');
    expect(factsOf('')).toBeUndefined();
  });
});

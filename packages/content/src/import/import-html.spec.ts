import type { Block } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostile } from '../testing/hostile.ts';
import { dotImage } from '../testing/samples.ts';
import { renderPlain } from '../reading/plain.ts';
import { importHtml } from './import-html.ts';
import { importMarkdown } from './import-markdown.ts';

const plain = (blocks: readonly Block[]): string => renderPlain({ type: 'doc', content: [...blocks] });

describe('imported HTML', () => {
  it('keeps structure and words, and names the h1', () => {
    const { titles, blocks } = importHtml(
      '<h1>停水<b>通知</b></h1><h2>时间</h2><p>明日 <strong>8时</strong>起<br>到18时<ul><li>储水<li>关阀</ul><blockquote>请谅解</blockquote><hr><p align="right">水务局',
    );
    expect(titles).toEqual(['停水通知']);
    expect(blocks.map(({ type }) => type)).toEqual([
      'heading',
      'heading',
      'paragraph',
      'bulletList',
      'quote',
      'divider',
      'paragraph',
    ]);
    expect(blocks[2]).toMatchObject({
      content: [
        { text: '明日 ' },
        { text: '8时', marks: [{ type: 'bold' }] },
        { text: '起' },
        { type: 'hardBreak' },
        { text: '到18时' },
      ],
    });
    expect(blocks[6]).toMatchObject({ attrs: { align: 'right' } });
  });

  it.each(hostile)('makes clean content of %s', (source) => {
    const { blocks } = importHtml(source);
    expect(JSON.stringify(blocks)).not.toMatch(
      /javascript:|vbscript:|data:|onerror|onload|onclick|srcdoc|\\u202e|\u202E|\u200B/i,
    );
    expect(plain(blocks)).not.toMatch(/<\/?(?:p|img|svg|style|iframe|div|a)\b|@import/i);
  });

  it('never fails, whatever the bytes', { timeout: 60_000 }, () => {
    const soup = fc.array(
      fc.oneof(
        fc.constantFrom(
          ...hostile,
          '<table>',
          '<td colspan=3>',
          '<tr>',
          '</p>',
          '<li>',
          '<h3>',
          '&#0;',
          '<![CDATA[',
        ),
        fc.string({ unit: 'binary' }),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(soup, (parts) => {
        expect(() => importHtml(parts.join(''))).not.toThrow();
        expect(() => importMarkdown(parts.join('\n'))).not.toThrow();
      }),
    );
  });

  it('carries pictures that come inside and drops the others with a word about it', () => {
    const { blocks, media, losses } = importHtml(
      `<img src="${dotImage}" alt="码"><figure><img src="${dotImage}"><figcaption>说明</figcaption></figure><img src="https://x.cn/y.png" alt="远"><img src="data:image/png;base64,AAAA">`,
    );
    expect(media).toMatchObject([{ mediaType: 'image/png', bytes: 70 }]);
    expect(blocks).toMatchObject([
      { type: 'image', attrs: { alt: '码', media: media[0]?.id } },
      { type: 'image', attrs: { caption: '说明' } },
      { type: 'paragraph' },
    ]);
    expect(losses.map(({ kind, where }) => [kind, where])).toEqual([
      ['remote-picture', '第3张图片'],
      ['picture', '第4张图片'],
    ]);
  });

  it('straightens tables with spans', () => {
    const { blocks } = importHtml(
      '<table><caption>表1</caption><tr><th colspan=2>甲<th rowspan=9>乙<tr><td>1<td><p>2</p><p>3</p><tr><td colspan=9>合计</table>',
    );
    expect(blocks).toMatchObject([
      {
        type: 'table',
        attrs: { caption: '表1' },
        content: [
          { content: [{ type: 'tableHeader', attrs: { colspan: 2 } }, { attrs: { rowspan: 3 } }] },
          {
            content: [
              { content: [{ text: '1' }] },
              { content: [{ text: '2' }, { type: 'hardBreak' }, { text: '3' }] },
            ],
          },
          { content: [{ attrs: { colspan: 2 }, content: [{ text: '合计' }] }] },
        ],
      },
    ]);
  });

  it('reads a list of labels and values as key facts', () => {
    expect(importHtml('<dl><dt>时间<dd>8时<dt>地点<dd>大厅</dl>').blocks).toEqual([
      {
        type: 'keyFacts',
        attrs: {
          facts: [
            { label: '时间', value: '8时' },
            { label: '地点', value: '大厅' },
          ],
        },
      },
    ]);
  });
});

describe('imported Markdown', () => {
  it('has headings, lists, tables, links and emphasis', () => {
    const { titles, blocks } = importMarkdown(
      '# 停水通知\n\n## 范围\n\n**灵泉东路**，见[公告](https://www.example.gov.cn/a)。\n\n3. 储水\n4. 关阀\n\n| 路段 | 时间 |\n|---|---|\n| 东段 | 8时 |\n',
    );
    expect(titles).toEqual(['停水通知']);
    expect(blocks.slice(1)).toMatchObject([
      { type: 'heading', attrs: { level: 2 } },
      { type: 'paragraph', content: [{ marks: [{ type: 'bold' }] }, {}, { marks: [{ type: 'link' }] }, {}] },
      { type: 'orderedList', attrs: { start: 3 } },
      {
        type: 'table',
        content: [{ content: [{ type: 'tableHeader' }, {}] }, { content: [{ type: 'tableCell' }, {}] }],
      },
    ]);
  });

  it('cleans the HTML inside it', () => {
    const { blocks } = importMarkdown(
      '停水 <script>alert(1)</script><b onclick="x">通知</b> [点](javascript:alert(1))\n\n<svg onload=alert(1)>\n',
    );
    expect(plain(blocks)).toBe('停水 通知 [点](javascript:alert(1))');
  });
});

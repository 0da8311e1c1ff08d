import { describe, expect, it } from 'vitest';
import { renderPlain } from '../../reading/plain.ts';
import { cleanHtml } from './html.clean.ts';
import { importHtml } from '../import-html.ts';

const wordsOf = (html: string): string => renderPlain({ type: 'doc', content: [...importHtml(html).blocks] });

const silent =
  'script style noscript template svg math iframe object applet textarea select option button title audio video canvas noembed noframes datalist';

describe('HTML', () => {
  it.each(silent.split(' '))('says nothing that stands in <%s>', (tag) => {
    expect(wordsOf(`<p>前</p><${tag}>里</${tag}><p>后</p>`)).not.toContain('里');
    expect(wordsOf(`<p>前</p><${tag}>里</${tag}><p>后</p>`)).toContain('前');
  });

  it.each('form label span font em i sub sup code details summary nav small mark'.split(' '))(
    'keeps the words of <%s> and drops the element',
    (tag) => {
      expect(cleanHtml(`<div><${tag} class="x">里</${tag}></div>`)).toBe('<div>里</div>');
    },
  );

  it.each(
    'p div section article main header footer aside address center pre h1 h2 h3 h4 h5 h6 blockquote strong b u'.split(
      ' ',
    ),
  )('keeps <%s> and none of its attributes', (tag) => {
    expect(
      cleanHtml(`<${tag} style="color:red" class="x" id="y" onclick="z" data-w="v" title="t">里</${tag}>`),
    ).toBe(`<${tag}>里</${tag}>`);
  });

  it('keeps the parts of lists, tables and figures', () => {
    for (const html of [
      '<ul><li>甲</li></ul>',
      '<ol start="3"><li>甲</li></ol>',
      '<dl><dt>甲</dt><dd>乙</dd></dl>',
      '<table><caption>题</caption><thead><tr><th colspan="2" rowspan="3">甲</th></tr></thead><tbody><tr><td colspan="2" rowspan="3">乙</td></tr></tbody><tfoot><tr><td>丙</td></tr></tfoot></table>',
      '<figure><figcaption>说明</figcaption></figure>',
      '<p align="right">甲</p>',
    ])
      expect(cleanHtml(html)).toBe(html);
  });

  it('keeps addresses that lead somewhere safe', () => {
    expect(cleanHtml('<a href="https://a.cn" target="_blank" rel="x">甲</a>')).toBe(
      '<a href="https://a.cn">甲</a>',
    );
    expect(
      cleanHtml('<a href="javascript:x">甲</a><a href="data:text/html,x">乙</a><a href="//a.cn">丙</a>'),
    ).toBe('<a>甲</a><a>乙</a><a>丙</a>');
    expect(cleanHtml('<img src="data:image/png;base64,AA" alt="图" onerror="x" />')).toBe(
      '<img src="data:image/png;base64,AA" alt="图" />',
    );
    expect(cleanHtml('<img src="mailto:a@b.cn" alt="图" />')).toBe('<img alt="图" />');
  });

  it('keeps the address of a picture on the web, and no word of a program', () => {
    expect(cleanHtml('<img src="http://a.cn/x.png" />')).toBe('<img src="http://a.cn/x.png" />');
    expect(cleanHtml('甲<noscript>乙</noscript><svg>丙</svg><script>丁</script>')).toBe('甲');
  });

  it('is no deeper than sixty elements; the words below stay', () => {
    const deep = cleanHtml(`${'<div>'.repeat(100)}深`);
    expect(deep.match(/<div>/g)).toHaveLength(60);
    expect(deep).toContain('深');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importHtml } from '../import/import-html.ts';
import { anyEdition } from '../testing/arbitrary.ts';
import { hostile } from '../testing/hostile.ts';
import { wordsOfHtml } from '../reading/html.words.ts';
import { faultsIn } from '../testing/safe.html.ts';
import { editionOf, samples } from '../testing/samples.ts';
import { spokenWords } from '../testing/spoken.words.ts';
import { formerArticleForm } from './article.form.ts';
import { renderArticle } from './article.ts';

const sound = { style: false, names: true };

describe('an article', () => {
  it('is well-formed and inert for any edition, the same every time, and keeps every word', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const { html } = renderArticle(edition);
        expect(faultsIn(html, sound)).toEqual([]);
        expect(renderArticle(structuredClone(edition)).html).toBe(html);
        const page = wordsOfHtml(html);
        for (const run of spokenWords(edition.content.body.content)) expect(page).toContain(run);
      }),
    );
  });

  it.each(hostile)('has nothing of %s that acts', (source) => {
    const imported = importHtml(source);
    const { html } = renderArticle(
      editionOf({
        title: '敌意',
        body: { type: 'doc', content: [...imported.blocks, { type: 'divider' }] },
        media: [...imported.media],
      }),
    );
    expect(faultsIn(html, sound)).toEqual([]);
  });

  it('gives the plan an outline of four levels whose anchors exist', () => {
    const { html, outline } = renderArticle(samples.plan);
    expect(outline.filter(({ level }) => level === 2).map(({ text }) => text.slice(0, 2))).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
    ]);
    expect(new Set(outline.map(({ level }) => level))).toEqual(new Set([2, 3, 4, 5]));
    for (const { id } of outline) expect(html).toContain(` id="${id}"`);
  });

  it('keeps an anchor the editor chose, unless it is taken or looks like a counted one', () => {
    const heading = (id: string) => ({
      type: 'heading' as const,
      attrs: { level: 2 as const, id },
      content: [{ type: 'text' as const, text: id }],
    });
    const { outline } = renderArticle(
      editionOf({
        title: '通知',
        body: { type: 'doc', content: ['when', 'when', 's1', '9x', 'a b'].map(heading) },
      }),
    );
    expect(outline.map(({ id }) => id)).toEqual(['when', 's2', 's3', 's4', 's5']);
  });

  it('takes the address of a picture from whoever keeps it, and says its words where nobody does', () => {
    const { html } = renderArticle(samples.table, (id) => `/media/${id.slice(0, 8)}.png`);
    expect(html).toContain('<img src="/media/6b7fa434.png"');
    expect(html).not.toContain('data:');
    expect(renderArticle(samples.table, () => null).html).toContain('［图片：缴费二维码］');
  });

  it('says of a correction which edition it replaces and why', () => {
    expect(renderArticle(samples.correction).html).toContain(
      '本页为第2版，替代第1版。更正原因：抢修时间由26日改为25日',
    );
  });

  it('may be broken in its title between words, beside no mark, without a change of its words', () => {
    const title = '关于印发《开远市城市管理办法（试行）》的通知';
    const { html } = renderArticle(editionOf({ title, body: { type: 'doc', content: [] } }));
    const shown = /<h1>(.*?)<\/h1>/u.exec(html)?.[1] ?? '';
    expect(shown.replaceAll('<wbr>', '')).toBe(title);
    expect(shown.split('<wbr>').length).toBeGreaterThan(4);
    for (const line of shown.split('<wbr>')) expect(line).not.toMatch(/^[》）]|[《（]$/u);
  });

  it('is written as before where it was approved before the form changed', () => {
    const written = renderArticle(samples.table, () => null, formerArticleForm).html;
    expect(written).not.toMatch(/<wbr>|class="(?:number|first)|href="mailto:|PDF，/u);
    expect(wordsOfHtml(written).replace('240 KB', 'PDF，240 KB')).toBe(
      wordsOfHtml(renderArticle(samples.table, () => null).html),
    );
  });

  it.each([
    ['申报表.docx', 'https://a.cn/f', 'Word 文档'],
    ['名单（2026）.XLS', 'https://a.cn/f', 'Excel 表格'],
    ['申报指南', 'https://a.cn/f/guide.pdf?v=2', 'PDF'],
    ['附件 1', 'https://a.cn/f', undefined],
  ])('says what opens the attachment %s', (name, href, kind) => {
    const attachment = { type: 'attachment' as const, attrs: { name, href } };
    const { html } = renderArticle(
      editionOf({ title: '通知', body: { type: 'doc', content: [attachment] } }),
    );
    expect(/<\/a>(?:（(.*?)）)?/u.exec(html)?.[1]).toBe(kind);
  });

  it('names the size of an attachment in the largest unit that suits', () => {
    const sizeOf = (bytes: number): string | undefined =>
      /（(.*?)）/.exec(
        wordsOfHtml(
          renderArticle(
            editionOf({
              title: '通知',
              body: {
                type: 'doc',
                content: [{ type: 'attachment', attrs: { name: '表', href: 'https://a.cn/b', bytes } }],
              },
            }),
          ).html,
        ),
      )?.[1];
    expect([0, 1023, 1024, 1024 * 1024 - 1, 1024 * 1024, 1.5 * 1024 * 1024].map(sizeOf)).toEqual([
      '0 字节',
      '1023 字节',
      '1 KB',
      '1024 KB',
      '1.0 MB',
      '1.5 MB',
    ]);
  });
});

describe('a table in an article', () => {
  const tableOf = (rows: string): string => {
    const { blocks } = importHtml(`<table>${rows}</table>`);
    const { html } = renderArticle(editionOf({ title: '表', body: { type: 'doc', content: [...blocks] } }));
    return html.slice(html.lastIndexOf('<table'), html.lastIndexOf('</table>'));
  };

  it('has a head of the leading rows that are all headers, and says what each header is for', () => {
    expect(
      tableOf('<tr><th colspan=2>甲<th>乙<tr><th rowspan=2>丙<td>1<td>2<tr><td>3<td>4<tr><th>丁<td>5<td>6'),
    ).toBe(
      '<table><thead><tr><th scope="colgroup" colspan="2">甲</th><th scope="col">乙</th></tr></thead>' +
        '<tbody><tr><th scope="rowgroup" rowspan="2" class="first">丙</th><td class="number">1</td><td class="number">2</td></tr>' +
        '<tr><td class="number">3</td><td class="number">4</td></tr>' +
        '<tr><th scope="row" class="first">丁</th><td class="number">5</td><td class="number">6</td></tr></tbody>',
    );
  });

  it('sets figures apart from words, so that they can stand below each other', () => {
    const isNumber = (words: string): boolean => tableOf(`<tr><td>甲<td>${words}`).includes('class="number"');
    expect(['1,100.00', '-27.1%', '2026', '—'].map(isNumber)).toEqual([true, true, true, true]);
    expect(['12户', '9月30日', '0873-7122110', '400元/人'].map(isNumber)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('is all head where every cell is a header, and all body where none is', () => {
    expect(tableOf('<tr><th>甲')).toBe(
      '<table><thead><tr><th scope="col" class="first">甲</th></tr></thead>',
    );
    expect(tableOf('<tr><td>甲')).toBe('<table><tbody><tr><td class="first">甲</td></tr></tbody>');
  });
});

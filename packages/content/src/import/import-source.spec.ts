import { editionContent } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEdition } from '../testing/arbitrary.ts';
import { dotImage, planText, samples } from '../testing/samples.ts';
import { contentHash } from '../hash.ts';
import { importDocument } from './import-document.ts';
import { importSource } from './import-source.ts';

describe('a source', () => {
  it('becomes content a reviewer can approve, the same every time', () => {
    const [one, two] = [
      importSource({ format: 'text', source: planText }),
      importSource({ format: 'text', source: planText.replaceAll('\n', '\r\n') }),
    ];
    expect(one.findings).toEqual([]);
    expect(one.content === null ? '' : contentHash(one.content)).toBe(
      two.content === null ? '-' : contentHash(two.content),
    );
  });

  it('believes the editor more than the text', () => {
    const { content } = importSource({
      format: 'text',
      source: planText,
      title: '试点方案',
      shortTitle: '方案',
      summary: '摘要。',
      header: { issuer: '开远市人民政府', documentNumber: '开政办发〔2017〕1号', writtenOn: undefined },
    });
    expect(content).toMatchObject({
      title: '试点方案',
      shortTitle: '方案',
      summary: '摘要。',
      header: {
        issuer: '开远市人民政府',
        documentNumber: '开政办发〔2017〕1号',
        originalIndexNumber: '000014348/2017-06603',
        writtenOn: '2017-09-18',
      },
    });
  });

  it('does not repeat a given title in the body', () => {
    const { content } = importSource({
      format: 'text',
      source: '关于停水的通知\n明日停水。',
      title: '关于停水的通知',
      header: { issuer: '水务局' },
    });
    expect(content?.body.content).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: '明日停水。' }] },
    ]);
  });

  it('has no content, and says what is missing, when there is no title, issuer or body', () => {
    const { content, findings } = importSource({ format: 'html', source: '<script>x</script>' });
    expect(content).toBeNull();
    expect(findings.map(({ field }) => field).sort()).toEqual(['body', 'header.issuer', 'title']);
    expect(findings.every(({ message, remedy }) => message !== '' && remedy !== '')).toBe(true);
  });

  it('says in words what is missing or does not fit', () => {
    const source = '停水安排\n明日停水。';
    expect(importSource({ format: 'text', source }).findings).toEqual([
      { field: 'header.issuer', message: '没有认出发布机构。', remedy: '请填写发布机构。' },
    ]);
    expect(
      importSource({ format: 'text', source, header: { issuer: '水务局', writtenOn: '今天' } }).findings,
    ).toEqual([{ field: 'header.writtenOn', message: '这一项的格式不对。', remedy: '请检查后重新填写。' }]);
    const long = { title: '长'.repeat(201), shortTitle: '长'.repeat(65), summary: '长'.repeat(501) };
    expect(
      importSource({ format: 'text', source, header: { issuer: '水务局' }, ...long }).findings.map(
        ({ field }) => field,
      ),
    ).toEqual(['title', 'shortTitle', 'summary']);
  });

  it('brings the public notice that the editor has filled in', () => {
    const publicNotice = { from: '2026-11-20', to: '2026-11-28', objections: '来电 0873-7333444（工作日）' };
    const source = '关于低保对象的公示\n名单如下。';
    expect(
      importSource({ format: 'text', source, header: { issuer: '羊街乡' }, publicNotice }).content,
    ).toMatchObject({ publicNotice });
  });

  it('explains an empty body by why nothing could be read, and by nothing else', () => {
    const { content, findings } = importSource({
      format: 'document',
      source: '{',
      shortTitle: '停水',
      header: { issuer: '水务局' },
    });
    expect(content).toBeNull();
    expect(findings.map(({ field, message }) => [field, message])).toEqual([
      ['body', '正文不是本系统的文档格式。'],
      ['title', '没有认出标题，或标题超过200个字。'],
    ]);
    expect(
      importSource({ format: 'text', source: '', title: '停水', header: { issuer: '水务局' } }).findings,
    ).toEqual([
      {
        field: 'body',
        message: '正文是空的，或超过5000段。',
        remedy: '请填写正文；过长的请作为附件发布。',
      },
    ]);
  });

  it('takes blanks for nothing said, and leaves them out at the ends of what is', () => {
    const { content } = importSource({
      format: 'text',
      source: '开远市水务局关于停水的通知\n明日停水。',
      title: ' ',
      shortTitle: '　',
      summary: ' 停水。 ',
      header: { issuer: '', documentNumber: ' 开水发〔2026〕7号 ' },
    });
    expect(content).toMatchObject({
      title: '开远市水务局关于停水的通知',
      summary: '停水。',
      header: { issuer: '开远市水务局', documentNumber: '开水发〔2026〕7号' },
    });
    expect(content).not.toHaveProperty('shortTitle');
  });

  it('finds title, header table and outline in the HTML of a government site', () => {
    const { content } = importSource({
      format: 'html',
      source:
        '<table><tr><td>索引号：</td><td>KY-1234</td><td>发布机构：</td><td>开远市水务局</td></tr><tr><td>发布日期：</td><td>2026-11-23</td><td>文号：</td><td></td></tr></table><p>关于停水的通知</p><p>一、范围</p><p>东路。</p><p>二、时间</p><p>明日。</p>',
    });
    expect(content).toMatchObject({
      title: '关于停水的通知',
      header: { originalIndexNumber: 'KY-1234', issuer: '开远市水务局', publishedOn: '2026-11-23' },
    });
    expect(content?.body.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
    ]);
  });

  it('warns of characters of private use', () => {
    expect(
      importSource({ format: 'text', source: '关于\uE123村的通知\n正文\uE123。', header: { issuer: '乡' } })
        .losses,
    ).toMatchObject([{ kind: 'private-character', count: 1 }]);
  });

  it('is content that fits the contract, or none, for any text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('text' as const, 'markdown' as const, 'html' as const, 'document' as const),
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        (format, source) => {
          const { content, findings } = importSource({
            format,
            source,
            title: '通知',
            header: { issuer: '局' },
          });
          if (content === null) expect(findings.length).toBeGreaterThan(0);
          else expect(editionContent.parse(content)).toEqual(content);
        },
      ),
    );
  });
});

describe('a document', () => {
  it('comes back as it was, and once more the same', () => {
    fc.assert(
      fc.property(anyEdition, ({ content }) => {
        const once = importDocument(JSON.stringify(content.body));
        expect(importDocument({ body: { type: 'doc', content: once.blocks }, media: once.media })).toEqual(
          once,
        );
      }),
    );
  });

  it('of our own model says what it is: nothing is looked for in its text', () => {
    const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
    const body = {
      type: 'doc',
      content: ['关于停电的通知', '一、范围', '东路。', '2026年2月28日'].map(paragraph),
    };
    const { content } = importSource({
      format: 'document',
      source: JSON.stringify(body),
      title: '停水公告',
      header: { issuer: '局' },
    });
    expect(content).toMatchObject({ title: '停水公告', body });
    expect(content?.header).toEqual({ issuer: '局' });
  });

  it('brings its pictures', () => {
    const { body, media } = samples.table.content;
    const { content } = importSource({
      format: 'document',
      source: JSON.stringify({ body, media }),
      title: '公告',
      header: { issuer: '局' },
    });
    expect(content?.media).toEqual(media);
    expect(content?.body).toEqual(body);
    expect(dotImage).toContain(media[0]?.data);
  });

  it('names the place that does not fit the model', () => {
    const { blocks, refused } = importDocument({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '甲', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
          ],
        },
      ],
    });
    expect(blocks).toEqual([]);
    expect(refused?.message).toContain('href');
  });

  it('has its text cleaned, in attributes too', () => {
    const { blocks } = importDocument({
      type: 'doc',
      content: [
        { type: 'attachment', attrs: { name: '通知\u202Efdp.exe', href: 'https://www.example.gov.cn/f' } },
        { type: 'paragraph', content: [{ type: 'text', text: '\u200B' }] },
      ],
    });
    expect(blocks).toEqual([
      { type: 'attachment', attrs: { name: '通知fdp.exe', href: 'https://www.example.gov.cn/f' } },
      { type: 'paragraph', content: [] },
    ]);
  });

  it('may be nested beyond measure without harm', () => {
    let nested: unknown = { type: 'paragraph', content: [] };
    for (let i = 0; i < 5000; i += 1) nested = { type: 'quote', content: [nested] };
    expect(importDocument({ type: 'doc', content: [nested] }).blocks).toEqual([]);
    expect(importDocument('['.repeat(100_000)).blocks).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderPlain } from '../reading/plain.ts';
import { importSource } from './import-source.ts';
import type { Source, SourceFormat } from './source.ts';

const formats: Readonly<Record<string, SourceFormat>> = { html: 'html', md: 'markdown', txt: 'text' };

function read(source: string, format: SourceFormat, given: Partial<Source> = {}) {
  const { content, losses } = importSource({ format, source, header: { issuer: '局' }, ...given });
  return {
    title: content?.title,
    text: content === null ? '' : renderPlain(content.body),
    content,
    losses: losses.map(({ kind, where, excerpt }) => [kind, where, excerpt]),
  };
}
function door(name: string, given: Partial<Source> = {}) {
  const source = readFileSync(new URL(`../../test/doors/${name}`, import.meta.url), 'utf8');
  return read(source, formats[name.split('.').at(-1) ?? ''] ?? 'text', given);
}

describe('HTML at the door', () => {
  it.each(['strike.html', 'strike.md'])(
    '%s: what is struck does not go out, and the editor is told',
    (name) => {
      const { text, losses } = door(name);
      expect(text).toBe('补贴每亩200元。');
      expect(losses).toEqual([['struck-text', '第2段', '300']]);
    },
  );

  it('strikes and hides by style, by attribute and in Word’s own way', () => {
    const { text, losses } = read(
      `<h1>关于补贴的通知</h1><p>每亩<span style="text-decoration: underline line-through">300</span>200元。</p>
       <p style="display:none">内部口径</p><p hidden>内部</p><p><span style='mso-hide:all'>不公开</span>公开。</p>`,
      'html',
    );
    expect(text).toBe('每亩200元。\n公开。');
    expect(losses).toEqual([
      ['struck-text', '第2段', '300'],
      ['hidden-text', '第3段', '内部口径'],
      ['hidden-text', '第4段', '内部'],
      ['hidden-text', '第5段', '不公开'],
    ]);
  });

  it('keeps powers, indices and circled numbers what they are', () => {
    const of = (html: string) => read(`<h1>关于测算的通知</h1><p>${html}</p>`, 'html');
    expect(of('5×10<sup>4</sup>，10<sup>-6</sup>，m<sup>2</sup>，CO<sub>2</sub>')).toMatchObject({
      text: '5×10⁴，10⁻⁶，m²，CO₂',
      losses: [],
    });
    expect(of('x<sup>a+b</sup>')).toMatchObject({
      text: 'x^(a+b)',
      losses: [['raised-text', '第2段', 'a+b']],
    });
    expect(
      of('数据<sup>[1]</sup>，品牌<sup>®</sup>，<span style="vertical-align:super">③</span>号窗口'),
    ).toMatchObject({
      text: '数据[1]，品牌®，③号窗口',
      losses: [],
    });
  });

  it('keeps the base of an annotated name, and its reading in brackets', () => {
    expect(
      read('<h1>关于任命的通知</h1><p>李<ruby>頤<rp>(</rp><rt>yí</rt><rp>)</rp></ruby>同志</p>', 'html'),
    ).toMatchObject({
      text: '李頤（yí）同志',
      losses: [['ruby', '第2段', expect.stringContaining('頤')]],
    });
  });

  it('says which boxes are ticked, and that other fields are not for reading', () => {
    expect(
      read(
        '<h1>关于登记的通知</h1><p><input type=checkbox checked>是 <input type=checkbox>否</p><p>姓名<input value="甲"></p>',
        'html',
      ),
    ).toMatchObject({ text: '☑是 ☐否\n姓名', losses: [['form-control', '第3段', '甲']] });
  });

  it.each([
    ['math.html', 'equation', 'S=3'],
    ['relative-link.html', 'link', '报名表.xlsx /upload/biao.xlsx'],
    ['li-value.html', 'list-number', '甲乙'],
  ])('%s: %s', (name, kind, words) => {
    expect(door(name).losses).toEqual([[kind, '第2段', words]]);
  });

  it('resolves a relative address against the base that the page names', () => {
    const { content, losses } = read(
      '<base href="https://www.example.gov.cn/a/"><h1>关于报名的通知</h1><p><a href="../b.xlsx">表</a></p>',
      'html',
    );
    expect(losses).toEqual([]);
    expect(JSON.stringify(content)).toContain('https://www.example.gov.cn/b.xlsx');
  });

  it('keeps apart what stands in the cells of a table within a cell', () => {
    const { text, losses } = read(
      '<h1>关于名额的通知</h1><table><tr><td>甲<table><tr><td>5</td><td>3</td></tr></table></td><td>乙</td></tr></table>',
      'html',
    );
    expect(text).toMatch(/5 3/);
    expect(losses).toEqual([['nested-table', '第1张表第1行第1格', '53']]);
  });

  it('keeps the numbers of a list in a cell', () => {
    const { text } = read(
      '<h1>关于材料的通知</h1><table><tr><td><ol><li>表<li>照</ol></td><td>乙</td></tr></table>',
      'html',
    );
    expect(text).toContain('1. 表');
    expect(text).toContain('2. 照');
  });

  it('knows every element, and says so when it meets another', () => {
    expect(read('<h1>关于停水的通知</h1><p>停<gov-widget>水</gov-widget></p>', 'html')).toMatchObject({
      text: '停水',
      losses: [['unknown', '第2段', '<gov-widget> 水']],
    });
    expect(read('<h1>关于停水的通知</h1><p tooltip="甲">停水</p>', 'html').losses).toEqual([
      ['unknown', '', 'p tooltip'],
    ]);
  });

  it('makes a title of an h1 only when it heads no chapter, and loses no heading', () => {
    expect(door('chapters-as-h1.html')).toMatchObject({
      title: '关于停水的通知',
      text: '一、总体要求\n甲。\n二、任务\n乙。',
    });
    expect(read('<h1>一、总体要求</h1><p>甲。</p>', 'html', { title: '关于停水的通知' })).toMatchObject({
      title: '关于停水的通知',
      text: '一、总体要求\n甲。',
    });
  });

  it('keeps what nests too deep as words, and says so', () => {
    const { text, losses } = read(`<h1>关于停水的通知</h1>${'<div>'.repeat(5000)}深`, 'html');
    expect(text).toBe('深');
    expect(losses).toEqual([['too-deep', '第2段', '深']]);
  });
});

describe('Markdown at the door', () => {
  it('is bold where people who use no blanks mean it', () => {
    const { content, losses } = door('bold-cjk.md');
    const bold = JSON.stringify(content).match(/"text":"[^"]*","marks":\[\{"type":"bold"\}\]/g);
    expect(bold?.map((run) => run.slice(8).split('"')[0])).toEqual(['注意：', '「必须」']);
    expect(losses).toEqual([]);
  });

  it('says which marks it did not understand', () => {
    expect(read('# 关于停水的通知\n\n请**储水。\n', 'markdown').losses).toEqual([
      ['left-markup', '第1段', '请**储水。'],
    ]);
  });

  it('keeps a footnote under the text', () => {
    expect(door('footnote.md').text).toBe('参保12万人[1]。\n————\n注释\n1. 数据截至上年末。');
  });

  it('has no blank where a line of the source ends', () => {
    expect(door('softbreak.md').text).toBe('因管网检修，明日停水。');
    expect(read('# 关于停水的通知\n\n明日 **停**\n**水**，see\nbelow', 'markdown').text).toBe(
      '明日 停水，see below',
    );
  });
});

describe('text at the door', () => {
  it('has characters for radicals', () => {
    expect(door('kangxi.txt')).toMatchObject({
      title: '关于老年人补贴的通知',
      text: '请老年人到大厅办理。',
      losses: [['compatibility-character', '', '⽼⼈⼤']],
    });
  });

  it('makes a table of rows that are divided by tabs, an empty cell included', () => {
    const { content, text } = door('table-as-pasted.txt');
    expect(content?.body.content.map(({ type }) => type)).toEqual(['table']);
    expect(text).toBe('灵泉街道\t甲户\t\t100\n\t乙户\t3\t150');
  });

  it('makes paragraphs of the lines of a page, and leaves out what only the page needs', () => {
    const source = [
      '关于停水检修的通知',
      '　　因灵泉东路主管道迁改接驳施工需要，定于近期对沿线部分区域实施计划停',
      '水，请沿线各小区居民、各经营单位提前做好储水准备，并关好水龙头，以免',
      '来水时造成损失，恢复供水初期水质可能浑浊，请先放水。',
      '—1—',
      '　　停水期间如有紧急用水需求，请与供水服务热线联系，工作人员将根据实际',
      '情况安排应急送水。',
      '──────',
      '开远市水务局',
      '２０２６年１１月２８日',
    ].join('\n');
    const { content, text, losses } = read(source, 'text', { header: {} });
    expect(text.split('\n').map((line) => line.trim().slice(0, 6))).toEqual([
      '因灵泉东路主',
      '停水期间如有',
      '开远市水务局',
      '２０２６年１',
    ]);
    expect(content?.header).toMatchObject({ issuer: '开远市水务局', writtenOn: '2026-11-28' });
    expect(losses).toEqual([
      ['page-mark', '第5行', '—1—'],
      ['page-mark', '第8行', '──────'],
      ['joined-lines', '', undefined],
    ]);
  });

  it('takes the red head for what it is, and every signature', () => {
    const { title, content, losses } = read(
      '开远市水务局文件\n开水发〔2026〕7号\n关于停水的通知\n各乡镇：\n请落实。\n开远市水务局\n开远市财政局\n2026年2月28日\n抄送：市政府办公室。',
      'text',
      { header: {} },
    );
    expect(title).toBe('关于停水的通知');
    expect(content?.header).toMatchObject({
      issuer: '开远市水务局、开远市财政局',
      documentNumber: '开水发〔2026〕7号',
    });
    expect(content?.body.content.slice(-5)).toMatchObject([
      { attrs: { align: 'right' } },
      { attrs: { align: 'right' } },
      { attrs: { align: 'right' } },
      { type: 'divider' },
      { type: 'paragraph' },
    ]);
    expect(losses).toEqual([['page-header', '标题之上', '开远市水务局文件']]);
  });

  it('asks who issues it when two places differ, unless the editor has said so', () => {
    const source = '开远市民政局关于停水的通知\n请落实。\n开远市水务局\n2026年2月28日';
    expect(read(source, 'text', { header: {} }).losses).toEqual([
      ['doubtful-issuer', '', '落款：开远市水务局；标题：开远市民政局'],
    ]);
    expect(read(source, 'text').losses).toEqual([]);
  });
});

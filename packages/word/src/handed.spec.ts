import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWord, type WordSource } from './read-word.ts';
import { lossLine, shownHtml } from './testing/imported.words.ts';

const folder = new URL('../fixtures/', import.meta.url);
const read = (name: string): Promise<WordSource> => readWord(readFileSync(new URL(`${name}.docx`, folder)));
const title = '<h1>开远市水务局关于测试事项的通知</h1>';

/** The file, what its reader sees below the title, and what he is told is not there. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['alt-textbox-redhead', '<p>正文。</p>', ['page-header 第2段 开远市水务局文件']],
  [
    'auto-number-heading',
    '<h2>一、总体要求</h2><h3>（一）基本原则</h3><p>坚持依法公开。</p><h2>二、工作任务</h2><p>按照本通知第二部分执行。</p>',
    [],
  ],
  ['caps-color-hl', '<p>正常</p>', ['hidden-text 第2段 白字隐藏内容']],
  ['chart', '<p>如图所示。</p>', ['drawing 第2段 图表']],
  ['checkbox', '<p>是否低保户：☒是　☐否</p><p>公开渠道：☑网站 ☑公示栏 ☐短信</p>', []],
  [
    'deleted-row',
    '<table><tr><td>姓名</td><td>金额</td></tr><tr><td>甲户</td><td>200</td></tr></table>',
    ['open-revision 第1张表第2行 删除行：乙户 100'],
  ],
  ['equation', '<p>补偿金额按下式计算：，单位为元。</p>', ['equation 第2段 S=A×1.2']],
  ['fields', '<p>联系电话：0873-7000001，日期：2026年11月20日③号窗口智能标记文字内部链接文字</p>', []],
  [
    'footnote',
    '<p>全市参保人数为12万人［注1］。</p><p>开远市水务局</p><p>2026年11月20日</p><section class="notes"><hr><p>注释</p><ol><li>数据截至上年末。</li></ol></section>',
    ['footnote  '],
  ],
  ['header-footer', '<p>正文。</p>', ['page-header 页眉 开远市水务局文件']],
  ['hidden-text', '<p>会议于周五召开。</p>', ['hidden-text 第2段 内部备注：领导未定，勿外传。']],
  ['image-emf', '<p>［图片：示意图］</p><p>图如上。</p>', ['picture 第2段 示意图']],
  [
    'image-in-cell',
    '<table><tr><td>二维码</td><td>［图片见表后］</td></tr><tr><td>说明</td><td>扫码办理</td></tr></table><figure><img src="data:image/png;base64,…" alt="示意图"><figcaption>第1张表第1行第2格：示意图</figcaption></figure>',
    ['picture-moved 第1张表第1行第2格 示意图'],
  ],
  ['image-tiff', '<p>［图片：示意图］</p><p>图如上。</p>', ['picture 第2段 示意图']],
  ['indent-centre', '<p align="center">开远市人民政府办公室</p><p align="right">2026年11月20日</p>', []],
  [
    'libreoffice-auto-number-heading',
    '<h2>一、总体要求</h2><h3>（一）基本原则</h3><p>坚持依法公开。</p><h2>二、工作任务</h2><p>按照本通知第二部分执行。</p>',
    [],
  ],
  ['libreoffice-checkbox', '<p>是否低保户：☒是　☐否</p><p>公开渠道：☑网站 ☑公示栏 ☐短信</p>', []],
  [
    'libreoffice-footnote',
    '<p>全市参保人数为12万人［注1］。</p><p>开远市水务局</p><p>2026年11月20日</p><section class="notes"><hr><p>注释</p><ol><li>数据截至上年末。</li></ol></section>',
    ['footnote  '],
  ],
  ['libreoffice-text-box', '<p>文本框里的咨询电话：0873-7000000</p><p>正文段落。</p>', []],
  [
    'libreoffice-track-changes',
    '<p>补贴标准为500元。</p><p>中间段落。</p><p>本通知自发布之日起施行。</p>',
    [
      'open-revision 第2段 删除：300',
      'open-revision 第2段 插入：500',
      'open-revision 第3段 移走：本通知自发布之日起施行。',
      'open-revision 第4段 插入：本通知自发布之日起施行。',
    ],
  ],
  ['ole', '<p>见嵌入表格。</p>', ['drawing 第2段 嵌入对象 Excel.Sheet.12']],
  ['photo-exif-gps', '<p><img src="data:image/jpeg;base64,…" alt="示意图"></p><p>现场照片如上。</p>', []],
  ['ruby-name', '<p>负责人：李頤（yí）同志。</p>', ['ruby 第2段 頤']],
  ['sdt-block', '<p>内容控件中的段落。</p>', []],
  [
    'sdt-cell',
    '<table><tr><td>姓名</td><td>金额</td></tr><tr><td>甲户</td><td>100</td></tr><tr><td>乙户</td><td>200</td></tr></table>',
    [],
  ],
  ['smartart', '<p>办理流程如上图。</p>', ['drawing 第2段 SmartArt：受理']],
  ['superscript', '<p>面积约5×10⁴平方米，用水量120m³，浓度10⁻⁶。</p>', []],
  ['tab-layout', '<p>姓名　金额</p><p>甲户　　100</p>', []],
  [
    'table-hmerge',
    '<table><tr><td colspan="2">合计</td><td>300</td></tr><tr><td>1</td><td>甲户</td><td>100</td></tr></table>',
    [],
  ],
  [
    'table-merge',
    '<table><tr><td>序号</td><td>姓名</td><td colspan="2">金额</td></tr><tr><td rowspan="2">1</td><td>甲户</td><td>100</td><td>元</td></tr><tr><td>乙户</td><td>200</td><td>元</td></tr></table>',
    [],
  ],
  [
    'table-nested',
    '<table><tr><td>项目</td><td>明细</td></tr><tr><td>补贴</td><td><p>第5；30元</p><p>第6；40元</p></td></tr></table>',
    ['nested-table 第1张表第2行第2格 第5；30元 第6；40元'],
  ],
  ['text-box', '<p>文本框里的咨询电话：0873-7000000</p><p>正文段落。</p>', []],
  [
    'track-changes',
    '<p>补贴标准为500元。</p><p>中间段落。</p><p>本通知自发布之日起施行。</p>',
    [
      'open-revision 第2段 删除：300',
      'open-revision 第2段 插入：500',
      'open-revision 第3段 移走：本通知自发布之日起施行。',
      'open-revision 第4段 插入：本通知自发布之日起施行。',
    ],
  ],
];

describe('a file that was handed in', () => {
  it.each(cases)('%s.docx comes in with its right value', async (name, shows, losses) => {
    const { source, losses: told } = await read(name);
    expect(shownHtml(source)).toBe(title + shows);
    expect(told.map(lossLine)).toEqual(losses);
  });

  it('a notice that LibreOffice saved comes in as it was written', async () => {
    const { source, losses } = await read('libreoffice-notice');
    expect(shownHtml(source)).toBe(
      '<h1>开远市水务局关于计划停水的公告</h1><p>因管网检修，11月30日8:00起停水，面积约5×10⁴平方米。' +
        '<a href="https://example.org/"><u>详见</u></a></p><h2>停水范围</h2><p>1. 灵泉东路</p><p>2. 建设路</p>' +
        '<p>以上共2处。</p><ul><li>甲</li><li>乙</li></ul><table><tr><td rowspan="2">片区</td>' +
        '<td colspan="2">时间</td></tr><tr><td>8:00</td><td>18:00</td></tr></table><p align="right">2026年11月20日</p>',
    );
    expect(losses.map(lossLine)).toEqual(['struck-text 第2段 11月28日']);
  });

  it('18-consultation.docx comes in whole, under its own title', async () => {
    const { source, losses } = await read('18-consultation');
    const name = '开远市网络预约出租汽车经营服务管理实施细则（征求意见稿）';
    expect(source).toMatch(
      new RegExp(`^<h1>开远市交通运输局关于《${name}》公开征求意见的公告</h1><p>为规范`, 'u'),
    );
    expect([source.match(/<p>/g)?.length, source.match(/<td>/g)?.length, losses]).toEqual([18, 9, []]);
    expect(source).toContain('<td>单元22</td></tr></table>');
  });
});

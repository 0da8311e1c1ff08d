import {
  centred,
  deleted,
  field,
  inserted,
  large,
  ordinaryStyles,
  p,
  r,
  row,
  cell,
  styled,
  table,
  textBox,
} from '../word.markup.ts';
import type { Specimen } from './specimen.ts';

const drawing = (inside: string): string =>
  `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="x">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const note = (id: number, text: string): string =>
  `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(` ${text}`)}`)}</w:footnote>`;
const named = (id: number): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;

/** Revisions, comments, notes, and what only a sheet of paper has. */
export const paperSpecimens: readonly Specimen[] = [
  {
    name: 'open revisions are taken as accepted, each is told',
    file: { body: p(r('标准为') + deleted('300') + inserted(r('500')) + r('元。')) },
    shows: '<p>标准为500元。</p>',
    losses: ['open-revision 第1段 删除：300', 'open-revision 第1段 插入：500'],
  },
  {
    name: 'moved paragraphs stand where they went',
    file: {
      body:
        p(`<w:moveFrom w:id="1">${r('自发布之日起施行。')}</w:moveFrom>`) +
        p('中间段落。') +
        p(`<w:moveTo w:id="2">${r('自发布之日起施行。')}</w:moveTo>`),
    },
    shows: '<p>中间段落。</p><p>自发布之日起施行。</p>',
    losses: ['open-revision 第1段 移走：自发布之日起施行。', 'open-revision 第2段 插入：自发布之日起施行。'],
  },
  {
    name: 'a deleted end of a paragraph joins it with the next',
    file: { body: p(r('前半句，'), '<w:rPr><w:del w:id="1"/></w:rPr>') + p('后半句。') },
    shows: '<p>前半句，后半句。</p>',
    losses: ['open-revision 第1段 删除段落标记'],
  },
  {
    name: 'changes of how it looks are counted',
    file: {
      body: p(
        r('甲', '<w:b/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange>') +
          r('乙', '<w:rPrChange w:id="2"><w:rPr/></w:rPrChange>'),
        '<w:pPrChange w:id="3"><w:pPr/></w:pPrChange>',
      ),
    },
    shows: '<p><strong>甲</strong>乙</p>',
    losses: ['open-revision 第1段 段落格式改动', 'open-revision 第1段 格式改动 ×2'],
  },
  {
    name: 'deleted and inserted rows',
    file: {
      body: table(
        row(cell('甲户'), cell('100')).replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>'),
        row(cell('乙户'), cell('200')).replace('<w:tr>', '<w:tr><w:trPr><w:ins w:id="2"/></w:trPr>'),
      ),
    },
    shows: '<table><tr><td>乙户</td><td>200</td></tr></table>',
    losses: ['open-revision 第1张表 插入行：乙户 200', 'open-revision 第1张表第1行 删除行：甲户 100'],
  },
  {
    name: 'comments with their place',
    file: {
      comments: `<w:comment w:id="0">${p('数字待核')}</w:comment><w:comment w:id="1">${p('无主')}</w:comment>`,
      body:
        p('第一段。') +
        p(
          `<w:commentRangeStart w:id="0"/>${r('5户')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
        ),
    },
    shows: '<p>第一段。</p><p>5户</p>',
    losses: ['comment 第2段 数字待核', 'comment  无主'],
  },
  {
    name: 'footnotes and endnotes with one row of numbers',
    file: {
      footnotes: `<w:footnote w:type="separator" w:id="-1">${p('<w:r><w:separator/></w:r>')}</w:footnote>${note(2, '数据截至上年末。')}${note(3, '含新生儿。')}`,
      endnotes: `<w:endnote w:id="2">${p('见条例。')}</w:endnote>`,
      body:
        p(r('参保12万人') + named(2) + r('，新增') + named(3) + r('。')) +
        p(`${r('依据')}<w:r><w:endnoteReference w:id="2"/></w:r>`),
    },
    shows:
      '<p>参保12万人［注1］，新增［注2］。</p><p>依据［注3］</p>' +
      '<section class="notes"><hr><p>注释</p><ol><li>数据截至上年末。</li><li>含新生儿。</li><li>见条例。</li></ol></section>',
    losses: ['footnote   ×3'],
    computed: ['1', '2', '3'],
  },
  {
    name: 'heads and feet of pages, each wording once',
    file: {
      headers: [p('开远市水务局文件'), p('开远市水务局文件')],
      footers: [p(`${r('— ')}${field('PAGE', r('1'))}${r(' —')}`)],
      body: p('正文。'),
    },
    shows: '<p>正文。</p>',
    losses: ['page-header 页眉 开远市水务局文件', 'page-mark 页脚 1'],
  },
  {
    name: 'formulas, charts, diagrams and objects by name',
    file: {
      diagram:
        '<dgm:d xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>受理</a:t></dgm:d>',
      body:
        p(`${r('按')}<m:oMath><m:r><m:t>S=A×2</m:t></m:r></m:oMath>${r('计')}`) +
        p(drawing('<c:chart r:id="rIdX"/>')) +
        p(drawing('<dgm:relIds r:dm="rId-data1.xml"/>')) +
        p(
          '<w:r><w:object><v:shape><v:imagedata r:id="rIdI"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
        ) +
        p('<w:r><w:object><o:OLEObject ProgID="Equation.DSMT4"/></w:object></w:r>'),
    },
    shows: '<p>按计</p>',
    losses: [
      'equation 第1段 S=A×2',
      'drawing 第2段 图表',
      'drawing 第2段 SmartArt：受理',
      'drawing 第2段 嵌入对象 Excel.Sheet.12',
      'equation 第2段 ',
    ],
  },
  {
    name: 'shapes without words are told, lines are not',
    file: {
      body:
        p(r('红头') + drawing('<wps:wsp><wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp>')) +
        p(r('流程') + drawing('<wps:wsp><wps:spPr><a:prstGeom prst="rightArrow"/></wps:spPr></wps:wsp>')),
    },
    shows: '<p>红头</p><p>流程</p>',
    losses: ['drawing 第2段 图形'],
  },
  {
    name: 'words drawn as a picture',
    file: {
      body:
        p('<w:r><w:pict><v:shape><v:textpath string="开远市水务局文件"/></v:shape></w:pict></w:r>') +
        p('正文。'),
    },
    shows: '<p>正文。</p>',
    losses: ['page-header 第1段 开远市水务局文件'],
  },
  {
    name: 'a list of contents, as a field and as a control',
    file: {
      styles: ordinaryStyles,
      body:
        p('目  录', centred) +
        p(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('总则')}<w:r><w:tab/></w:r>${field('PAGEREF _1', r('1'))}`,
          styled('TOC1'),
        ) +
        p(`${r('附则')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`, styled('TOC1')) +
        `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录')}${p('罚则')}</w:sdtContent></w:sdt>` +
        p('正文。'),
    },
    shows: '<p>正文。</p>',
    losses: ['contents-list 第2段 目 录', 'contents-list 第2段 总则 1附则', 'contents-list 第2段 目录 罚则'],
  },
  {
    name: 'a list of contents made by hand',
    file: { styles: ordinaryStyles, body: p('目录') + p('总则 1', styled('TOC1')) + p('正文。') },
    shows: '<p>正文。</p>',
    losses: ['contents-list 第2段 总则 1', 'contents-list 第2段 目录'],
  },
  {
    name: 'a field that never ends hides nothing unsaid',
    file: {
      body:
        p(
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        ) + p('其余的话。'),
    },
    shows: '',
    losses: ['lost-text 第1段 其余的话。'],
  },
  {
    name: 'another document within this one',
    file: { body: p('正文。') + '<w:altChunk r:id="rId5"/>' },
    shows: '<p>正文。</p>',
    losses: ['lost-text 第2段 '],
  },
  {
    name: 'an element nobody knows keeps its words',
    file: {
      root: ' xmlns:z="urn:z" mc:Ignorable="z"',
      body: p(`<w:later>${r('新元素里的字')}</w:later><z:mark/><z:held>${r('另一处')}</z:held>`),
    },
    shows: '<p>新元素里的字另一处</p>',
    losses: ['unknown  w:later', 'unknown  z:held'],
  },
  {
    name: 'a red head as WPS sets it, with number, text box and record of copies',
    file: {
      styles: ordinaryStyles,
      body:
        p(textBox(p(r('开远市人民政府文件', '<w:color w:val="FF0000"/><w:sz w:val="72"/>'), centred))) +
        p('开政发〔2026〕8号', centred) +
        p(r('开远市人民政府关于印发', large), centred) +
        p(r('全民健身行动方案', large), centred) +
        p(r('（2027—2029年）的通知', large), centred) +
        p('各乡镇人民政府：') +
        p(r('总体要求'), styled('1')) +
        table(row(cell('抄送：市委办公室。'))),
    },
    shows:
      '<p align="center">开远市人民政府文件</p><p align="center">开政发〔2026〕8号</p>' +
      '<h1>开远市人民政府关于印发全民健身行动方案（2027—2029年）的通知</h1><p>各乡镇人民政府：</p><h2>总体要求</h2>' +
      '<table><tr><td>抄送：市委办公室。</td></tr></table>',
  },
];

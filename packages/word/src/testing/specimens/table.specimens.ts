import { cell, p, picture, png, r, row, style, table } from '../word.markup.ts';
import type { Specimen } from './specimen.ts';

const white = (text: string): string => r(text, '<w:color w:val="FFFFFF"/>');
const shown = (alt: string): string => `<img src="data:image/png;base64,…" alt="${alt}">`;

export const tableSpecimens: readonly Specimen[] = [
  {
    name: 'cells over several columns and rows',
    file: {
      body: table(
        row(cell('序号'), cell('金额', '<w:gridSpan w:val="2"/>')),
        row(cell('1', '<w:vMerge w:val="restart"/>'), cell('100'), cell('元')),
        row(cell('', '<w:vMerge/>'), cell('200'), cell('元')),
      ),
    },
    shows:
      '<table><tr><td>序号</td><td colspan="2">金额</td></tr><tr><td rowspan="2">1</td><td>100</td><td>元</td></tr>' +
      '<tr><td>200</td><td>元</td></tr></table>',
  },
  {
    name: 'cells merged in the old way',
    file: {
      body: table(row(cell('合计', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('300'))),
    },
    shows: '<table><tr><td colspan="2">合计</td><td>300</td></tr></table>',
  },
  {
    name: 'words in a cell that another covers are lost aloud',
    file: { body: table(row(cell('甲', '<w:vMerge w:val="restart"/>')), row(cell('乙', '<w:vMerge/>'))) },
    shows: '<table><tr><td rowspan="2">甲</td></tr><tr></tr></table>',
    losses: ['lost-cell 第1张表 乙'],
  },
  {
    name: 'rows that begin or end beside the others',
    file: {
      body: table(
        row(cell('甲'), cell('乙'), cell('丙')),
        row(cell('丁')).replace(
          '<w:tr>',
          '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>',
        ),
      ),
    },
    shows: '<table><tr><td>甲</td><td>乙</td><td>丙</td></tr><tr><td></td><td>丁</td><td></td></tr></table>',
  },
  {
    name: 'a row that comes again on every page is a head',
    file: {
      body: table(
        row(cell('姓名')).replace('<w:tr>', '<w:tr><w:trPr><w:tblHeader/></w:trPr>'),
        row(cell('甲户')),
      ),
    },
    shows: '<table><tr><th>姓名</th></tr><tr><td>甲户</td></tr></table>',
  },
  {
    name: 'a table in a cell becomes lines, its cells apart',
    file: {
      body: table(
        row(cell('补贴'), cell(table(row(cell('5'), cell('3')), row(cell('6'), cell('4'))) + p(''))),
      ),
    },
    shows: '<table><tr><td>补贴</td><td><p>5；3</p><p>6；4</p></td></tr></table>',
    losses: ['nested-table 第1张表第1行第2格 5；3 6；4'],
  },
  {
    name: 'rows and cells in controls',
    file: {
      body: table(
        `<w:tr><w:sdt><w:sdtContent>${cell('甲户')}</w:sdtContent></w:sdt>${cell('100')}</w:tr>`,
        `<w:sdt><w:sdtContent>${row(cell('乙户'), cell('200'))}</w:sdtContent></w:sdt>`,
      ),
    },
    shows: '<table><tr><td>甲户</td><td>100</td></tr><tr><td>乙户</td><td>200</td></tr></table>',
  },
  {
    name: 'a picture in a cell stands behind the table',
    file: { media: { 'a.png': png }, body: table(row(cell('二维码'), cell(p(picture('a.png', '示意图'))))) },
    shows:
      '<table><tr><td>二维码</td><td>［图片见表后］</td></tr></table>' +
      `<figure>${shown('示意图')}<figcaption>第1张表第1行第2格：示意图</figcaption></figure>`,
    losses: ['picture-moved 第1张表第1行第2格 示意图'],
    computed: ['1', '2'],
  },
  {
    name: 'white words are seen in a dark cell only',
    file: {
      styles: style(
        'dark',
        'Grid Table 5',
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:fill="000000"/></w:tcPr></w:tblStylePr>',
        'table',
      ),
      body:
        table(row(cell(p(white('姓名')), '<w:shd w:fill="000000"/>'), cell(p(white('内部') + r('甲'))))) +
        table(row(cell(p(white('金额'))))).replace('<w:tblPr>', '<w:tblPr><w:tblStyle w:val="dark"/>'),
    },
    shows: '<table><tr><td>姓名</td><td>甲</td></tr></table><table><tr><td>金额</td></tr></table>',
    losses: ['hidden-text 第1张表第1行第2格 内部'],
  },
  {
    name: 'a picture in the text, and one that no browser shows',
    file: {
      media: { 'a.png': png, 'b.emf': Uint8Array.of(1, 0, 0, 0) },
      body: p(picture('a.png', '现场') + r('如图。')) + p(picture('b.emf', '流程')) + p(picture('b.emf')),
    },
    shows: `<p>${shown('现场')}如图。</p><p>［图片：流程］</p>`,
    losses: ['picture 第2段 流程', 'picture 第3段 EMF'],
  },
  {
    name: 'what is cut off a picture is told',
    file: { media: { 'a.png': png }, body: p(picture('a.png', '证件', '<a:srcRect l="25000"/>')) },
    shows: `<p>${shown('证件')}</p>`,
    losses: ['picture-crop 第1段 证件'],
  },
  {
    name: 'a picture that lies elsewhere is lost aloud',
    file: { body: p(picture('none.png', '地图') + r('见图。')) },
    shows: '<p>见图。</p>',
    losses: ['picture 第1段 地图'],
  },
];

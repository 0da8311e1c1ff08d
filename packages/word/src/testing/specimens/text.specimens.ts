import { box, cell, field, ordinaryStyles, p, r, row, style, t, table, textBox } from '../word.markup.ts';
import type { Specimen } from './specimen.ts';

const form = (data: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="f"/>${data}</w:ffData></w:fldChar></w:r>` +
  '<w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
const sign = (font: string, code: string): string => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;

/** What stands in runs, and how it is seen. */
export const textSpecimens: readonly Specimen[] = [
  {
    name: 'struck words stay out',
    file: { body: p(`${r('每亩')}${r('300', '<w:strike/>')}${r('200元')}${r('（旧）', '<w:dstrike/>')}`) },
    shows: '<p>每亩200元</p>',
    losses: ['struck-text 第1段 300', 'struck-text 第1段 （旧）'],
  },
  {
    name: 'a strike that is off, or taken off a style, strikes nothing',
    file: {
      styles: ordinaryStyles + style('x', 'old', '<w:rPr><w:strike/></w:rPr>', 'character'),
      body: p(
        r('一', '<w:strike w:val="0"/>') +
          r('二', '<w:rStyle w:val="x"/><w:strike w:val="false"/>') +
          r('三', '<w:rStyle w:val="x"/>'),
      ),
    },
    shows: '<p>一二</p>',
    losses: ['struck-text 第1段 三'],
  },
  {
    name: 'hidden words stay out, also by style and when white on white',
    file: {
      styles: ordinaryStyles + style('h', 'note', '<w:rPr><w:vanish/></w:rPr>'),
      body:
        p(r('会议于周五召开。') + r('勿外传', '<w:vanish/>')) +
        p('内部备注', '<w:pStyle w:val="h"/>') +
        p(
          r('白字', '<w:color w:val="FFFFFF"/>') +
            r('黑底', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>'),
        ),
    },
    shows: '<p>会议于周五召开。</p><p>黑底</p>',
    losses: ['hidden-text 第1段 勿外传', 'hidden-text 第2段 内部备注', 'hidden-text 第2段 白字'],
  },
  {
    name: 'exponents and indices have characters of their own, or are marked',
    file: {
      body: p(
        r('5×10') +
          r('4', '<w:vertAlign w:val="superscript"/>') +
          r('平方米，CO') +
          r('2', '<w:vertAlign w:val="subscript"/>') +
          r('，10') +
          r('-6', '<w:position w:val="8"/>') +
          r('，a') +
          r('甲', '<w:vertAlign w:val="superscript"/>'),
      ),
    },
    shows: '<p>5×10⁴平方米，CO₂，10⁻⁶，a<sup>甲</sup></p>',
  },
  {
    name: 'capitals are seen as capitals',
    file: { body: p(r('编号 ab-1', '<w:caps/>')) },
    shows: '<p>编号 AB-1</p>',
  },
  {
    name: 'a name keeps its character, with its sound in brackets',
    file: {
      body: p(
        `${r('李')}<w:r><w:ruby><w:rubyPr/><w:rt>${r('yí')}</w:rt><w:rubyBase>${r('頤')}</w:rubyBase></w:ruby></w:r>${r('同志')}`,
      ),
    },
    shows: '<p>李頤（yí）同志</p>',
    losses: ['ruby 第1段 頤'],
  },
  {
    name: 'tabs, breaks, hyphens and several blanks',
    file: {
      body: p(
        `<w:r>${t('姓名  甲')}<w:tab/>${t('0873')}<w:noBreakHyphen/>${t('1')}<w:br/>${t('下一行')}<w:softHyphen/></w:r>`,
      ),
    },
    shows: '<p>姓名 \u00a0甲　0873-1<br>下一行</p>',
  },
  {
    name: 'boxes to tick, in controls, in old forms and as signs of a font',
    file: {
      body: p(
        `${box(true, '☒')}${r('是')}${box(false, '☐')}${r('否')}${form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')}` +
          `${r('网站')}${form('<w:checkBox><w:default w:val="0"/></w:checkBox>')}${r('短信')}` +
          `${sign('Wingdings 2', 'F052')}${r('甲')}${sign('Wingdings', 'F0A8')}${r('R', '<w:rFonts w:ascii="Wingdings 2"/>')}${r('乙')}`,
      ),
    },
    shows: '<p>☒是☐否☑网站☐短信☑甲☐☑乙</p>',
    signs: ['R'],
  },
  {
    name: 'a box to tick whose sign is missing',
    file: {
      body: p(
        '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt><w:r><w:t>是</w:t></w:r>',
      ),
    },
    shows: '<p>☑是</p>',
  },
  {
    name: 'a sign nobody knows is lost aloud',
    file: { body: p(`${sign('Webdings', 'F04E')}${r('停车场')}`) },
    shows: '<p>停车场</p>',
    losses: ['lost-text 第1段 符号 Webdings F04E'],
  },
  {
    name: 'the chosen entry of an old list',
    file: {
      body: p(
        form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList>'),
      ),
    },
    shows: '<p>乙</p>',
  },
  {
    name: 'a control that was not filled in',
    file: {
      body: p(
        `${r('姓名：')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处输入文字。')}</w:sdtContent></w:sdt>`,
      ),
    },
    shows: '<p>姓名：</p>',
    losses: ['form-control 第1段 单击此处输入文字。'],
  },
  {
    name: 'results of fields, simple and in parts',
    file: {
      body: p(
        `${r('电话：')}<w:fldSimple w:instr="DOCPROPERTY tel">${r('0873-7000001')}</w:fldSimple>${r('，')}` +
          `${field(' DATE \\@ "yyyy" ', r('2026年'))}${field(' REF _Ref1 \\h ', r('第二条'))}`,
      ),
    },
    shows: '<p>电话：0873-7000001，2026年第二条</p>',
  },
  {
    name: 'a field in the instruction of another is no text',
    file: { body: p(field(` IF ${'a'} = "a" "甲" "乙" `, r('甲')) + field(`IF `, r('丙'))) },
    shows: '<p>甲丙</p>',
  },
  {
    name: 'circled characters that Word draws',
    file: {
      body: p(
        `${field('eq \\o\\ac(○,3)')}${r('号窗口，')}${field(' EQ \\o(◯,甲) ')}${field('EQ \\o\\ac(○,25)')}`,
      ),
    },
    shows: '<p>③号窗口，（甲）㉕</p>',
    computed: ['3', '25'],
  },
  {
    name: 'sounds, framed characters and two lines in one that Word draws',
    file: {
      body: p(
        field(' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(yí),頤)') +
          field('EQ \\o\\ac(□,正)') +
          field('EQ \\o(\\s\\up 5(水务局),\\s\\do 2(财政局))'),
      ),
    },
    shows: '<p>頤（yí）（正）水务局 财政局</p>',
    losses: ['ruby 第1段 頤（yí）'],
  },
  {
    name: 'formulas and fields without a result are lost aloud',
    file: { body: p(`${r('按')}${field(' EQ \\f(1,2) ')}${r('计')}${field(' MERGEFIELD 金额 ')}${r('元')}`) },
    shows: '<p>按计元</p>',
    losses: ['equation 第1段 \\f(1,2)', 'lost-text 第1段 MERGEFIELD 金额'],
  },
  {
    name: 'page numbers and index marks are no text',
    file: { body: p(`${r('正文')}${field(' XE "正文" ')}${field(' PAGE ', r('7'))}`) },
    shows: '<p>正文</p>',
    losses: ['page-mark 第1段 7'],
  },
  {
    name: 'a sign by its code, and a button by its words',
    file: { body: p(field(' SYMBOL 254 \\f Wingdings ') + field(' MACROBUTTON NoMacro 请盖章 ')) },
    shows: '<p>☑请盖章</p>',
  },
  {
    name: 'links keep their address',
    file: {
      links: { rId9: 'https://example.org/办事' },
      body: p(
        `<w:hyperlink r:id="rId9">${r('指南')}</w:hyperlink>${field(' HYPERLINK "mailto:a@example.org" ', r('邮箱'))}<w:hyperlink w:anchor="b">${r('见下')}</w:hyperlink>`,
      ),
    },
    shows: '<p><a href="https://example.org/办事">指南</a><a href="mailto:a@example.org">邮箱</a>见下</p>',
  },
  {
    name: 'bold and underlined words',
    file: {
      body: p(
        r('请', '<w:b/>') +
          r('务必', '<w:u w:val="single"/>') +
          r('按时', '<w:b w:val="0"/><w:u w:val="none"/>'),
      ),
    },
    shows: '<p><strong>请</strong><u>务必</u>按时</p>',
  },
  {
    name: 'smart tags, own markup and directions only hold text together',
    file: {
      body: p(
        `<w:smartTag w:uri="x" w:element="y">${r('智能')}</w:smartTag><w:customXml w:element="z">${r('标记')}</w:customXml><w:bdo w:val="ltr">${r('文字')}</w:bdo>`,
      ),
    },
    shows: '<p>智能标记文字</p>',
  },
  {
    name: 'a text box once, behind its paragraph',
    file: { body: p(r('正文。') + textBox(p('咨询电话：0873-7000000'))) + p('下一段。') },
    shows: '<p>正文。</p><p>咨询电话：0873-7000000</p><p>下一段。</p>',
  },
  {
    name: 'a text box in a cell',
    file: { body: table(row(cell('甲'), cell(p(r('乙') + textBox(p('丙')))))) },
    shows: '<table><tr><td>甲</td><td><p>乙</p><p>丙</p></td></tr></table>',
  },
  {
    name: 'a large first letter goes with its paragraph',
    file: { body: p(r('本'), '<w:framePr w:dropCap="drop" w:lines="3"/>') + p('通知自即日起施行。') },
    shows: '<p>本通知自即日起施行。</p>',
  },
  {
    name: 'white space that Word does not keep',
    file: { body: '<w:p><w:r><w:t>\n  停水  </w:t></w:r><w:r><w:t>通告。</w:t></w:r></w:p>' },
    shows: '<p>停水通告。</p>',
  },
];

import type { Specimen } from './specimen.ts';

/** The same small paper as different programs write it. */
export const writersSpecimens: readonly Specimen[] = [
  {
    name: 'as python-docx writes it: no spaces kept, fonts of all scripts on every run',
    file: {
      body:
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:b/>' +
        '<w:sz w:val="44"/></w:rPr><w:t>关于停水的公告</w:t></w:r></w:p>' +
        '<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr><w:r><w:t>自2026年11月30日8:00起停水。</w:t></w:r></w:p>' +
        '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:cols w:space="720"/><w:docGrid w:linePitch="360"/></w:sectPr>',
    },
    shows: '<h1>关于停水的公告</h1><p>自2026年11月30日8:00起停水。</p>',
  },
  {
    name: 'as Word writes it: one sentence in many runs, with marks of spelling and of saving',
    file: {
      body:
        '<w:p w:rsidR="00A1" w14:paraId="1A2B"><w:pPr><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:pPr><w:proofErr w:type="spellStart"/>' +
        '<w:r w:rsidRPr="00B2"><w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t>每户</w:t></w:r><w:r><w:t>1</w:t></w:r>' +
        '<w:proofErr w:type="spellEnd"/><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:r><w:lastRenderedPageBreak/>' +
        '<w:t>,200</w:t></w:r><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>元</w:t></w:r></w:p>',
    },
    shows: '<p>每户1,200元</p>',
  },
  {
    name: 'as WPS writes it: numbers of its own styles, empty marks, its own data',
    file: {
      root: ' xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="w14 w15"',
      styles:
        '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="1"/><w:next w:val="1"/>' +
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:nsid w:val="59"/><w:multiLevelType w:val="singleLevel"/><w:tmpl w:val="59"/>' +
        '<w:lvl w:ilvl="0" w:tentative="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>' +
        '<w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      body:
        '<w:p><w:pPr><w:pStyle w:val="2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:bidi w:val="0"/><w:rPr>' +
        '<w:rFonts w:hint="eastAsia"/></w:rPr></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>' +
        '</w:rPr><w:t>申报条件</w:t></w:r></w:p><w:p><w:r><w:t>年满60周岁。</w:t></w:r></w:p>' +
        '<w:p><w:pPr><w:pStyle w:val="2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>申报时间</w:t></w:r></w:p>',
    },
    shows: '<h2>一、申报条件</h2><p>年满60周岁。</p><h2>二、申报时间</h2>',
  },
  {
    name: 'as LibreOffice writes it: an empty run, breaks of soft pages, both kinds of size',
    file: {
      body:
        '<w:p><w:pPr><w:pStyle w:val="Normal"/><w:rPr></w:rPr></w:pPr><w:r><w:rPr></w:rPr></w:r><w:r><w:rPr><w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/>' +
        '</w:rPr><w:t>灵泉东路</w:t></w:r><w:r><w:br w:type="page"/></w:r><w:r><w:t xml:space="preserve"> 停水</w:t></w:r></w:p>',
    },
    shows: '<p><strong>灵泉东路</strong> 停水</p>',
  },
];

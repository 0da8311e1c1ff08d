import { describe, expect, it } from 'vitest';
import { pasteTable } from './body.paste.ts';
import { tablesOn } from './clipboard.table.ts';

/** Rows of the first table, cell by cell, with what a span or a style says. */
function cells(html: string): readonly (readonly string[])[] {
  const made = tablesOn(html);
  const page = new DOMParser().parseFromString(made ?? '', 'text/html');
  return [...(page.querySelector('table')?.querySelectorAll('tr') ?? [])].map((row) =>
    [...row.children].map((cell) => {
      const spans = ['colspan', 'rowspan'].flatMap((name) => {
        const value = cell.getAttribute(name);
        return value === null ? [] : [`${name[0]}${value}`];
      });
      return [cell.textContent?.trim() ?? '', ...spans].join(' ').trim();
    }),
  );
}

/** What ten programs put on the clipboard for one table, each in its own way; words and figures are invented. */
const shapes: Readonly<Record<string, string>> = {
  Excel: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td{mso-ignore:padding}--></style></head>
    <body><!--StartFragment--><table border=0 cellpadding=0 width=192 style='border-collapse:collapse'><col width=64 span=3>
    <tr height=18><td rowspan=2 height=36 class=xl65 width=64>灵泉街道</td><td class=xl66>甲户</td><td></td><td align=right x:num>100</td></tr>
    <tr height=18><td>乙户</td><td align=right>3</td><td align=right>150</td></tr><!--EndFragment--></table></body></html>`,
  WPS表格: `<html xmlns:v="urn:schemas-microsoft-com:vml"><body><!--StartFragment--><table width="288" border="0" style='width:216pt;'>
    <tr height="18"><td class="et2" height="36" width="72" rowspan="2" style='border-right:none;' x:str>灵泉街道</td><td class="et3" x:str>甲户</td><td class="et3"></td><td class="et3" align="right" x:num="100">100</td></tr>
    <tr><td x:str>乙户</td><td x:num="3">3</td><td x:num="150">150</td></tr></table><!--EndFragment--></body></html>`,
  Word: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=ZH-CN><!--StartFragment--><table class=MsoTableGrid border=1 style='mso-yfti-tbllook:1184'>
    <tr style='mso-yfti-irow:0'><td width=138 rowspan=2 valign=top><p class=MsoNormal><span style='font-family:宋体'>灵泉街道</span><span lang=EN-US><o:p></o:p></span></p></td>
    <td><p class=MsoNormal>甲户</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td><td><p class=MsoNormal><span lang=EN-US>100</span></p></td></tr>
    <tr><td><p>乙户</p></td><td><p>3</p></td><td><p>150</p></td></tr></table><!--EndFragment--></body></html>`,
  WPS文字: `<div><table class="MsoTableGrid" border="1"><tbody><tr><td rowspan="2"><p class="MsoNormal" align=center><font face="宋体">灵泉街道</font></p></td><td><p>甲户</p></td><td><p></p></td><td><p>100</p></td></tr>
    <tr><td><p>乙户</p></td><td><p>3</p></td><td><p>150</p></td></tr></tbody></table></div>`,
  LibreOffice: `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice"></head><body><table cellspacing="0"><colgroup width="85"></colgroup>
    <tr><td rowspan=2 height="34" align="left"><font face="Noto Sans">灵泉街道</font></td><td>甲户</td><td><br></td><td align="right" sdval="100" sdnum="1033;">100</td></tr>
    <tr><td>乙户</td><td sdval="3">3</td><td sdval="150">150</td></tr></table></body></html>`,
  在线表格: `<google-sheets-html-origin><style>td{padding:2px}</style><table xmlns="http://www.w3.org/1999/xhtml" dir="ltr" data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody>
    <tr style="height:21px;"><td rowspan="2" colspan="1" data-sheets-value="x"><div style="max-height:42px">灵泉街道</div></td><td>甲户</td><td></td><td>100</td></tr>
    <tr><td>乙户</td><td>3</td><td>150</td></tr></tbody></table></google-sheets-html-origin>`,
  网页: `<table class="data"><thead><tr><th rowspan="2" scope="col">灵泉街道</th><th>甲户</th><th></th><th>100</th></tr></thead><tbody><tr><td>乙户</td><td>3</td><td>150</td></tr></tbody></table>`,
  浏览器片段: `<meta charset='utf-8'><span>见下表</span><table><tbody><tr><td rowspan="2"><a href="https://www.example.gov.cn/lq">灵泉街道</a></td><td>甲户</td><td>&nbsp;</td><td>100</td></tr><tr><td>乙户</td><td>3</td><td>150</td></tr></tbody></table>`,
  邮件: `<div class="gmail_quote"><table style="width:100%"><tbody><tr><td rowspan="2"><table><tbody><tr><td>灵泉街道</td></tr></tbody></table></td><td>甲户</td><td></td><td>100</td></tr><tr><td>乙户</td><td>3</td><td>150</td></tr></tbody></table></div>`,
  富文本编辑器: `<div data-pm-slice="1 1 []"><table><colgroup><col></colgroup><tbody><tr><td colspan="1" rowspan="2"><p>灵泉街道</p></td><td colspan="1"><p>甲户</p></td><td><p></p></td><td><p>100</p></td></tr><tr><td><p>乙户</p></td><td><p>3</p></td><td><p>150</p></td></tr></tbody></table></div>`,
};

describe('a table on the clipboard', () => {
  it.each(Object.keys(shapes).filter((name) => name !== '邮件'))(
    'of %s keeps its merged and its empty cells',
    (name) => {
      expect(cells(shapes[name] ?? '')).toEqual([
        ['灵泉街道 r2', '甲户', '', '100'],
        ['乙户', '3', '150'],
      ]);
    },
  );

  it('keeps a table within a cell for the hub to judge', () => {
    expect(tablesOn(shapes['邮件'] ?? '')).toMatch(/<td rowspan="2"><table>/);
  });

  it('keeps what is struck or hidden, and no looks', () => {
    const made = tablesOn(
      `<table style="color:red"><tr><td><span style="text-decoration:line-through">300</span>200</td><td>乙</td></tr><tr style='mso-hide:all'><td>丙</td><td onclick="x">丁</td></tr></table>`,
    );
    expect(made).toContain('<span style="text-decoration:line-through">300</span>200');
    expect(made).toContain('<tr style="mso-hide:all">');
    expect(made).not.toMatch(/color|onclick/);
  });

  it('is none with one row or one column', () => {
    expect(tablesOn('<table><tr><td>甲</td><td>乙</td></tr></table>')).toBeNull();
    expect(tablesOn('<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>')).toBeNull();
    expect(tablesOn('<p>甲</p>')).toBeNull();
  });
});

describe('a table that is pasted', () => {
  const html = '<table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>2</td></tr></table>';

  it('makes HTML of plain text, a paragraph for each line', () => {
    const source = '关于补贴的公示\n名单如下：\n\n请监督。';
    const at = source.indexOf('\n请监督');
    const pasted = pasteTable({ format: 'text', source, from: at, to: at }, html);
    expect(pasted?.format).toBe('html');
    expect(pasted?.source).toMatch(
      /^<p>关于补贴的公示<\/p>\n<p>名单如下：<\/p>\n<table>[^]*<\/table>\n+<p>请监督。<\/p>\n$/,
    );
  });

  it('goes into Markdown between blank lines, and never into the document as the hub keeps it', () => {
    const standing = { source: '# 公示\n', from: 5, to: 5 };
    expect(pasteTable({ format: 'markdown', ...standing }, html)?.source).toMatch(/^# 公示\n\n\n<table>/);
    expect(pasteTable({ format: 'document', ...standing }, html)).toBeNull();
    expect(pasteTable({ format: 'text', ...standing }, '<p>甲</p>')).toBeNull();
  });
});

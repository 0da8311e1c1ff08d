/** Markup as Word writes it, for the specimens of tests. */

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export const t = (text: string): string => `<w:t xml:space="preserve">${escaped(text)}</w:t>`;

/** A run; `look` is what stands in its properties. */
export const r = (text: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${t(text)}</w:r>`;

/** A paragraph of runs (markup), or of plain text. */
export const p = (inside: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside.startsWith('<') ? inside : r(inside)}</w:p>`;

export const styled = (style: string): string => `<w:pStyle w:val="${style}"/>`;
export const numbered = (list: string | number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
export const centred = '<w:jc w:val="center"/>';
export const large = '<w:b/><w:sz w:val="44"/>';

export const cell = (inside: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside.startsWith('<w:p') || inside.startsWith('<w:tbl') ? inside : p(inside)}</w:tc>`;
export const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const table = (...rows: readonly string[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>${rows.join('')}</w:tbl>`;

/** A complex field; without `result` it has none. */
export const field = (instruction: string, result?: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${escaped(instruction)}</w:instrText></w:r>` +
  (result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}`) +
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>';

export const box = (checked: boolean, sign: string): string =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked ? 1 : 0}"/></w14:checkbox></w:sdtPr>` +
  `<w:sdtContent>${r(sign)}</w:sdtContent></w:sdt>`;

const who = 'w:author="x" w:date="2026-11-01T00:00:00Z"';
export const inserted = (inside: string): string => `<w:ins w:id="1" ${who}>${inside}</w:ins>`;
export const deleted = (text: string): string =>
  `<w:del w:id="2" ${who}><w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r></w:del>`;

/** One level of a list. */
export const level = (ilvl: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
/** Lists of one definition each; `w:numId` counts from 1. */
export const lists = (...definitions: readonly string[]): string =>
  definitions.map((levels, i) => `<w:abstractNum w:abstractNumId="${i}">${levels}</w:abstractNum>`).join('') +
  definitions.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`).join('');

export const style = (id: string, name: string, inside = '', type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
/** The styles of an ordinary document, with the short ids that Word and WPS give in Chinese. */
export const ordinaryStyles =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
  style('1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
  style('2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
  style('a3', 'Title', '<w:pPr><w:jc w:val="center"/></w:pPr>') +
  style('TOC1', 'toc 1');

/** A drawing that holds a picture of the file. */
export const picture = (name: string, alt = '', crop = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${alt}"/><a:graphic><a:graphicData uri="p">` +
  `<pic:pic><pic:blipFill><a:blip r:embed="rId-${name}"/>${crop}</pic:blipFill></pic:pic>` +
  '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

const uri = (name: string): string => `http://schemas.openxmlformats.org/drawingml/2006/${name}`;

/** A drawing that names a part of the file: a chart, a diagram. */
export const graphic = (kind: 'chart' | 'diagram', inside: string, alt = ''): string =>
  '<w:r><w:drawing><wp:inline><wp:extent cx="2700000" cy="1800000"/>' +
  `<wp:docPr id="7" name="图表 7" descr="${alt}"/><a:graphic><a:graphicData uri="${uri(kind)}">` +
  `${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** A chart of bars with one series. */
export const barChart = (title: string, values: Readonly<Record<string, number>>): string => {
  const points = (of: readonly (string | number)[]): string =>
    `<c:ptCount val="${of.length}"/>${of.map((v, i) => `<c:pt idx="${i}"><c:v>${v}</c:v></c:pt>`).join('')}`;
  return [
    `<c:chartSpace xmlns:c="${uri('chart')}" xmlns:a="${uri('main')}"><c:chart>`,
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${title}</a:t></a:r></a:p></c:rich></c:tx></c:title>`,
    '<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:spPr><a:solidFill><a:srgbClr val="4472C4"/></a:solidFill></c:spPr>',
    `<c:cat><c:strLit>${points(Object.keys(values))}</c:strLit></c:cat>`,
    `<c:val><c:numLit>${points(Object.values(values))}</c:numLit></c:val></c:ser>`,
    '<c:axId val="1"/><c:axId val="2"/></c:barChart>',
    '<c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>',
    '<c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>',
    '</c:plotArea></c:chart></c:chartSpace>',
  ].join('');
};

/** One dot. */
export const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='),
  (character) => character.charCodeAt(0),
);

/** A box with text, once for new readers and once for old ones, as Word writes it. */
export const textBox = (inside: string): string =>
  '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="s"><wps:wsp>' +
  `<wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>` +
  `</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict>` +
  '</mc:Fallback></mc:AlternateContent></w:r>';

import { strToU8, zipSync } from 'fflate';

/** Parts of a Word document by what they are; a body is all that must be. */
export interface WordFile {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly headers?: readonly string[];
  readonly footers?: readonly string[];
  /** Pictures by name; `rId-NAME` names each. */
  readonly media?: Readonly<Record<string, Uint8Array>>;
  /** Addresses outside by the id that names them. */
  readonly links?: Readonly<Record<string, string>>;
  readonly diagram?: string;
  /** Charts by the name of their part; `rId-NAME` names each. */
  readonly charts?: Readonly<Record<string, string>>;
  /** Attributes of the document's root beside the namespaces. */
  readonly root?: string;
}

const namespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  dgm: 'http://schemas.openxmlformats.org/drawingml/2006/diagram',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  wpg: 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  w10: 'urn:schemas-microsoft-com:office:word',
};
const declared = Object.entries(namespaces)
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');

const part = (name: string, inside: string, more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name}${declared}${more}>${inside}</w:${name}>`;

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (list: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
const relationship = (id: string, kind: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${mode}/>`;

/** The bytes of a .docx with these parts. */
export function wordFile(file: WordFile): Uint8Array {
  const parts = new Map<string, Uint8Array>();
  const named: string[] = [];
  const add = (kind: string, name: string, content: string | Uint8Array, id = `rId-${name}`): void => {
    parts.set(`word/${name}`, typeof content === 'string' ? strToU8(content) : content);
    named.push(relationship(id, kind, name));
  };
  parts.set(
    'word/document.xml',
    strToU8(part('document', `<w:body>${file.body}<w:sectPr/></w:body>`, file.root)),
  );
  if (file.styles !== undefined) add('styles', 'styles.xml', part('styles', file.styles));
  if (file.numbering !== undefined) add('numbering', 'numbering.xml', part('numbering', file.numbering));
  if (file.footnotes !== undefined) add('footnotes', 'footnotes.xml', part('footnotes', file.footnotes));
  if (file.endnotes !== undefined) add('endnotes', 'endnotes.xml', part('endnotes', file.endnotes));
  if (file.comments !== undefined) add('comments', 'comments.xml', part('comments', file.comments));
  if (file.diagram !== undefined) add('diagramData', 'data1.xml', file.diagram);
  for (const [name, xml] of Object.entries(file.charts ?? {})) add('chart', name, xml);
  for (const [i, words] of (file.headers ?? []).entries())
    add('header', `header${i}.xml`, part('hdr', words));
  for (const [i, words] of (file.footers ?? []).entries())
    add('footer', `footer${i}.xml`, part('ftr', words));
  for (const [name, bytes] of Object.entries(file.media ?? {}))
    add('image', `media/${name}`, bytes, `rId-${name}`);
  for (const [id, target] of Object.entries(file.links ?? {}))
    named.push(relationship(id, 'hyperlink', target, ' TargetMode="External"'));
  parts.set('word/_rels/document.xml.rels', strToU8(relationships(named)));
  parts.set(
    '_rels/.rels',
    strToU8(relationships([relationship('rId1', 'officeDocument', 'word/document.xml')])),
  );
  parts.set('[Content_Types].xml', strToU8(contentTypes));
  // pictures are packed already
  const level = (name: string): 0 | 6 => (name.startsWith('word/media/') ? 0 : 6);
  return zipSync(
    Object.fromEntries([...parts].map(([name, bytes]) => [name, [bytes, { level: level(name) }] as const])),
  );
}

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.' +
  'wordprocessingml.document.main+xml"/></Types>';

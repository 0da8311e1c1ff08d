import { strToU8, zipSync } from 'fflate';
import type { Part, WordPackage } from '../package/word.package.ts';
import { childOf, firstWithin, numberOf, type XmlElement } from '../xml/xml.element.ts';
import { declarations, writeXml } from '../xml/xml.write.ts';
import { partsOf } from './object.parts.ts';

/** An object in the part whose relationships it uses. */
export interface PlacedObject {
  readonly element: XmlElement;
  readonly part: Part;
}

/** EMU (1/914,400 inch) and points of a page (1/20 point). */
const emuOfTwip = 635;
const margin = 600;
const [leastPage, mostPage] = [3_000, 31_000];
/** For what does not say how large it is: a formula. */
const usualPage = { width: 14_000, height: 9_000 };

/**
 * A Word document that holds this object and nothing else of the document: what an office program draws of it is
 * the object alone, and nothing else of the file can come through.
 * @throws WordUnreadable where its parts are damaged or too large
 */
export async function objectDocument(object: PlacedObject, file: WordPackage): Promise<Uint8Array> {
  const host = file.document.name;
  const parts = await partsOf(object.element, object.part, host, file);
  parts.set(host, strToU8(documentXml(object.element)));
  for (const name of ['[Content_Types].xml', '_rels/.rels']) {
    const bytes = await file.zip.bytes(name);
    if (bytes !== null) parts.set(name, bytes);
  }
  return zipSync(Object.fromEntries(parts), { level: 1 });
}

function documentXml(element: XmlElement): string {
  const { width, height } = pageOf(element);
  const inside = writeXml(inline(element));
  const run = element.name.startsWith('m:') ? inside : `<w:r>${inside}</w:r>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<w:document${declarations}><w:body><w:p>${run}</w:p>`,
    `<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"/>`,
    `<w:pgMar w:top="${margin}" w:bottom="${margin}" w:left="${margin}" w:right="${margin}"`,
    ' w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:body></w:document>',
  ].join('');
}

/** Large enough for the object and a line of text beside it. */
function pageOf(element: XmlElement): typeof usualPage {
  const extent = firstWithin(element, 'wp:extent')?.attributes;
  const [cx, cy] = [numberOf(extent?.['cx']), numberOf(extent?.['cy'])];
  if (cx === undefined || cy === undefined) return usualPage;
  const side = (emu: number): number =>
    Math.min(Math.max(Math.ceil(emu / emuOfTwip) + 4 * margin, leastPage), mostPage);
  return { width: side(cx), height: side(cy) };
}

const kept = new Set(['wp:extent', 'wp:docPr', 'wp:cNvGraphicFramePr', 'a:graphic']);

/** What floats somewhere on its page stands in the line here. */
function inline(element: XmlElement): XmlElement {
  const anchor = childOf(element, 'wp:anchor');
  if (anchor === undefined) return element;
  const children = anchor.children.filter(({ name }) => kept.has(name));
  return { ...element, children: [{ name: 'wp:inline', attributes: {}, children, text: '' }] };
}

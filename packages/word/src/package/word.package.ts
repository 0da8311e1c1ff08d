import { parseXml } from '../xml/xml.parse.ts';
import type { XmlElement } from '../xml/xml.element.ts';
import { limits } from '../word.limits.ts';
import { WordUnreadable } from '../word.unreadable.ts';
import { readRelationships, relationshipsPart, type Relationships } from './relationships.ts';
import { ZipParts } from './zip.parts.ts';

/** A part with what it points to. */
export interface Part {
  readonly name: string;
  readonly root: XmlElement;
  readonly relationships: Relationships;
}

/** The parts of a Word document that hold words or say how they are shown. */
export interface WordPackage {
  readonly document: Part;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly comments: XmlElement | null;
  readonly footnotes: Part | null;
  readonly endnotes: Part | null;
  /** Headers, footers, diagrams and charts by the name of their part. */
  readonly others: ReadonlyMap<string, XmlElement>;
  readonly zip: ZipParts;
}

const otherKinds = new Set(['header', 'footer', 'diagramData', 'chart']);

/** @throws WordUnreadable */
export async function openPackage(bytes: Uint8Array, bounds = limits): Promise<WordPackage> {
  const zip = await ZipParts.open(bytes, bounds);
  const document = await readPart(zip, await documentName(zip));
  if (document === null || document.root.name !== 'w:document')
    throw new WordUnreadable('这个文件不是 Word 文档；请在 Word 或 WPS 中另存为 .docx 后再导入');
  const partOf = async (kind: string): Promise<Part | null> => {
    const target = [...document.relationships.values()].find((each) => each.kind === kind && !each.external);
    return target === undefined ? null : readPart(zip, target.target);
  };
  const rootOf = async (kind: string): Promise<XmlElement | null> => (await partOf(kind))?.root ?? null;
  return {
    document,
    styles: await rootOf('styles'),
    numbering: await rootOf('numbering'),
    comments: await rootOf('comments'),
    footnotes: await partOf('footnotes'),
    endnotes: await partOf('endnotes'),
    others: await othersOf(zip, document.relationships),
    zip,
  };
}

async function documentName(zip: ZipParts): Promise<string> {
  const root = await readRoot(zip, '_rels/.rels');
  const found = [...readRelationships(root, '').values()].find(({ kind }) => kind === 'officeDocument');
  return found?.target ?? 'word/document.xml';
}

async function othersOf(zip: ZipParts, relationships: Relationships): Promise<Map<string, XmlElement>> {
  const others = new Map<string, XmlElement>();
  for (const { kind, target, external } of relationships.values()) {
    if (external || !otherKinds.has(kind)) continue;
    // a chart gives words to its picture only: without them it is still a chart
    const root = await (kind === 'chart' ? readRoot(zip, target).catch(() => null) : readRoot(zip, target));
    if (root !== null) others.set(target, root);
  }
  return others;
}

async function readPart(zip: ZipParts, name: string): Promise<Part | null> {
  const root = await readRoot(zip, name);
  if (root === null) return null;
  const relationships = readRelationships(await readRoot(zip, relationshipsPart(name)), name);
  return { name, root, relationships };
}

async function readRoot(zip: ZipParts, name: string): Promise<XmlElement | null> {
  const bytes = await zip.bytes(name);
  if (bytes === null) return null;
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return parseXml(new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes), zip.limits);
}

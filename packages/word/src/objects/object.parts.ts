import { escapeHtml } from '@towncrier/content/losses';
import { relationshipsPart } from '../package/relationships.ts';
import type { Part, WordPackage } from '../package/word.package.ts';
import { childrenOf, within, type XmlElement } from '../xml/xml.element.ts';
import { parseXml } from '../xml/xml.parse.ts';

/** Parts of a package by name. */
export type Parts = Map<string, Uint8Array>;

/** More than the largest chart or diagram has. */
const mostParts = 60;
/** What the looks of an object may come from, beside what it names itself. */
const always = new Set(['theme', 'styles', 'diagramDrawing']);

/**
 * The parts that an object needs, with what they need themselves. What lies outside the file is left out: nothing
 * may be fetched because of a document.
 * @param into also gets the relationships of the host, as those of `host`
 */
export async function partsOf(
  object: XmlElement,
  from: Part,
  host: string,
  file: WordPackage,
): Promise<Parts> {
  const into: Parts = new Map();
  const named = new Set(idsIn(object));
  const entries = (await entriesOf(from.name, file)).filter(
    ({ id, kind }) => named.has(id) || always.has(kind),
  );
  into.set(relationshipsPart(host), relationshipsXml(entries));
  for (const { id } of entries) await take(from.relationships.get(id)?.target, into, file);
  return into;
}

function idsIn(object: XmlElement): readonly string[] {
  return [...within(object)].flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, value]) => (/^(?:r:|o:relid$)/.test(name) ? [value] : [])),
  );
}

async function take(name: string | undefined, into: Parts, file: WordPackage): Promise<void> {
  if (name === undefined || into.has(name) || into.size > mostParts) return;
  const bytes = await file.zip.bytes(name);
  if (bytes === null) return;
  into.set(name, bytes);
  const entries = await entriesOf(name, file);
  if (entries.length === 0) return;
  into.set(relationshipsPart(name), relationshipsXml(entries));
  for (const { target } of entries) await take(target, into, file);
}

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly type: string;
  /** As the part writes it, and the part that it means. */
  readonly written: string;
  readonly target: string;
}

/** What a part points to within the file. */
async function entriesOf(name: string, { zip }: WordPackage): Promise<readonly Entry[]> {
  const bytes = await zip.bytes(relationshipsPart(name));
  if (bytes === null) return [];
  const root = parseXml(new TextDecoder().decode(bytes), zip.limits);
  return childrenOf(root, 'rel:Relationship').flatMap(({ attributes }) => {
    const { Id: id, Type: type = '', Target: written = '' } = attributes;
    if (id === undefined || attributes['TargetMode'] === 'External') return [];
    return [
      { id, type, written, kind: type.slice(type.lastIndexOf('/') + 1), target: nameOf(written, name) },
    ];
  });
}

const nameOf = (target: string, part: string): string =>
  new URL(target, `part:/${part}`).pathname.replace(/^\/+/, '');

const relationshipsXml = (entries: readonly Entry[]): Uint8Array =>
  new TextEncoder().encode(
    [
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
      ...entries.map(
        ({ id, type, written }) =>
          `<Relationship Id="${escapeHtml(id)}" Type="${escapeHtml(type)}" Target="${escapeHtml(written)}"/>`,
      ),
      '</Relationships>',
    ].join(''),
  );

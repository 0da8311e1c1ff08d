/**
 * Says of a PDF/A-2a that it is PDF/UA-1 as well, and has viewers show its title in place of a file name. The
 * typesetter writes a tagged file with title and language, yet declares one standard at a time. What is added is
 * an incremental update (ISO 32000-1, 7.5.6): the catalogue and the metadata once more, nothing else is touched.
 * Same bytes in, same bytes out. Whether the declaration is true is for a validator to say.
 * @throws Error when the file is not built as the typesetter builds it
 */
export function declareUniversal(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf).toString('latin1');
  const catalogue = Number(the(trailerOf(file), /\/Root (\d+) 0 R/));
  const body = the(file, new RegExp(`\\n${catalogue} 0 obj\\n([\\s\\S]*?)\\nendobj\\n`));
  const metadata = Number(the(body, /\/Metadata (\d+) 0 R/));
  const object = new RegExp(`\\n${metadata} 0 obj\\n[\\s\\S]*?stream\\n([\\s\\S]*?)\\nendstream\\nendobj\\n`);
  const objects = new Map([
    [metadata, xmpObject(withPart(the(file, object)))],
    [catalogue, once(body, '/ViewerPreferences <<', (found) => `${found}\n    /DisplayDocTitle true`)],
  ]);
  return Buffer.from(`${file}${update(file, objects)}`, 'latin1');
}

const trailerOf = (file: string): string => file.slice(Math.max(0, file.lastIndexOf('\ntrailer\n') + 1));

/** The objects, their places, and a trailer that leads back to the places of all others. */
function update(file: string, objects: ReadonlyMap<number, string>): string {
  let written = file.endsWith('\n') ? '' : '\n';
  let places = 'xref\n0 1\n0000000000 65535 f \n';
  for (const [id, body] of [...objects].toSorted(([a], [b]) => a - b)) {
    places += `${id} 1\n${String(file.length + written.length).padStart(10, '0')} 00000 n \n`;
    written += `${id} 0 obj\n${body}\nendobj\n`;
  }
  const trailer = the(trailerOf(file), /^trailer\n<<([\s\S]*)>>\nstartxref\n/);
  const before = the(trailerOf(file), /startxref\n(\d+)\n%%EOF\s*$/);
  const from = file.length + written.length;
  return `${written}${places}trailer\n<<${trailer}  /Prev ${before}\n>>\nstartxref\n${from}\n%%EOF\n`;
}

/** Lengths count bytes, as the file's characters are bytes here (Latin-1). */
const xmpObject = (xmp: string): string =>
  `<<\n  /Length ${xmp.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n${xmp}\nendstream`;

const namespace = 'http://www.aiim.org/pdfua/ns/id/';
/** PDF/A knows no property of PDF/UA: it is described in the file (ISO 19005-2, 6.6.2.3). */
const schema = [
  '<rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>`,
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li>',
].join('');

function withPart(xmp: string): string {
  const described = once(xmp, '<pdfaExtension:schemas><rdf:Bag>', (found) => `${found}${schema}`);
  return once(
    described,
    '<pdfaid:part>',
    (found) => `<pdfuaid:part xmlns:pdfuaid="${namespace}">1</pdfuaid:part>${found}`,
  );
}

function the(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`the PDF has no ${pattern.source}`);
  return found;
}

function once(text: string, found: string, change: (found: string) => string): string {
  if (text.split(found).length !== 2) throw new Error(`the PDF does not hold ${found} once`);
  return text.replace(found, () => change(found));
}

/** Centimetres. */
interface Size {
  readonly width: number;
  readonly height: number;
}

const usual: Size = { width: 16, height: 12 };
const [least, most] = [0.5, 50];

/** A document (flat ODF text) of one page, as large as the drawing (EMF, WMF), which fills it. */
export function metafileDocument(bytes: Uint8Array): Uint8Array {
  const { width, height } = sizeOf(Buffer.from(bytes));
  const page = `fo:page-width="${width}cm" fo:page-height="${height}cm" fo:margin="0cm"`;
  const frame = `svg:x="0cm" svg:y="0cm" svg:width="${width}cm" svg:height="${height}cm"`;
  const document = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<office:document ${namespaces} office:version="1.3" office:mimetype="${mimetype}">`,
    '<office:automatic-styles>',
    `<style:page-layout style:name="p"><style:page-layout-properties ${page}/></style:page-layout>`,
    '<style:style style:name="f" style:family="graphic"><style:graphic-properties',
    ' style:horizontal-pos="from-left" style:horizontal-rel="page"',
    ' style:vertical-pos="from-top" style:vertical-rel="page"/></style:style>',
    '</office:automatic-styles>',
    '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="p"/>',
    '</office:master-styles><office:body><office:text>',
    '<text:p>',
    `<draw:frame draw:style-name="f" text:anchor-type="paragraph" ${frame}>`,
    `<draw:image><office:binary-data>${Buffer.from(bytes).toString('base64')}</office:binary-data>`,
    '</draw:image></draw:frame></text:p></office:text></office:body></office:document>',
  ].join('');
  return Buffer.from(document);
}

const mimetype = 'application/vnd.oasis.opendocument.text';
const oasis = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = [
  `xmlns:office="${oasis}:office:1.0"`,
  `xmlns:style="${oasis}:style:1.0"`,
  `xmlns:text="${oasis}:text:1.0"`,
  `xmlns:draw="${oasis}:drawing:1.0"`,
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${oasis}:svg-compatible:1.0"`,
].join(' ');

/** As the drawing's own head says it: an EMF in hundredths of a millimetre, a placeable WMF in its own units. */
function sizeOf(bytes: Buffer): Size {
  if (bytes.readUInt32LE(0) === 1 && bytes.length >= 40) {
    const [left, top, right, bottom] = [24, 28, 32, 36].map((at) => bytes.readInt32LE(at));
    return within(((right ?? 0) - (left ?? 0)) / 1_000, ((bottom ?? 0) - (top ?? 0)) / 1_000);
  }
  if (bytes.readUInt32LE(0) === 0x9ac6cdd7 && bytes.length >= 16) {
    const [left, top, right, bottom] = [6, 8, 10, 12].map((at) => bytes.readInt16LE(at));
    const unit = 2.54 / Math.max(bytes.readUInt16LE(14), 1);
    return within(((right ?? 0) - (left ?? 0)) * unit, ((bottom ?? 0) - (top ?? 0)) * unit);
  }
  return usual;
}

/** Its proportions, on a page that can be drawn. */
function within(width: number, height: number): Size {
  if (width <= 0 || height <= 0) return usual;
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(width * scale, least), height: Math.max(height * scale, least) };
}

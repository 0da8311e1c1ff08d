import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { officeRuns, pdfRuns } from './active.content.ts';

/** Harmless: a name of the standard, and nothing behind it. */
const pdf = (objects: string): Buffer => Buffer.from(`%PDF-1.7\n${objects}\ntrailer <<>>\n%%EOF`, 'latin1');
const packed = (objects: string): Buffer => {
  const stream = deflateSync(Buffer.from(objects));
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj <</Type /ObjStm /Filter /FlateDecode /Length ${stream.length}>> stream\r\n`,
    ),
    stream,
    Buffer.from('\nendstream endobj\n%%EOF'),
  ]);
};

describe('a PDF that runs something is found', () => {
  it.each([
    ['as it stands', pdf('<</S /JavaScript /JS ()>>')],
    ['with its name in hexadecimal', pdf('<</S /J#61v#61Script>>')],
    ['in a compressed stream of objects', packed('<</S /JavaScript /JS ()>>')],
    ['compressed and in hexadecimal', packed('<</S /#4A#53 ()>>')],
    ['that starts a program', pdf('<</S /Launch>>')],
    ['with a file of its own', packed('<</Type /EmbeddedFile>>')],
    ['that nobody can look into', pdf('trailer <</Encrypt 5 0 R>>')],
    ['in a stream that does not open', pdf('1 0 obj <</Type /ObjStm>> stream\nnone\nendstream')],
  ])('%s', (_, bytes) => {
    expect(pdfRuns(bytes)).toBe(true);
  });

  it('and one that only has pages and words like these is not', () => {
    expect(pdfRuns(pdf('<</Type /Page>> (JavaScript and JS are words)'))).toBe(false);
    expect(pdfRuns(packed('<</Type /Page /JSONName 1>>'))).toBe(false);
  });
});

const relationships = (inside: string): Uint8Array =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`,
  );
const of = (type: string, more: string): string =>
  `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" ${more}/>`;
const office = (parts: Record<string, Uint8Array>): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>'), ...parts });
const none = strToU8('none');

describe('an Office file that brings a program along, or fetches something, is found:', () => {
  it.each([
    ['macros', { 'word/vbaProject.bin': none }],
    [
      'macros under another name',
      {
        'word/data.bin': none,
        '[Content_Types].xml': strToU8('<Override ContentType="application/vnd.ms-office.vbaProject"/>'),
      },
    ],
    ['an object', { 'word/embeddings/oleObject1.bin': none }],
    ['another document', { 'word/embeddings/other.docm': none }],
    ['a control', { 'word/activeX/activeX1.xml': none }],
    [
      'a template from elsewhere',
      {
        'word/_rels/settings.xml.rels': relationships(
          of('attachedTemplate', 'Target="https://example.invalid/a.dotm" TargetMode="External"'),
        ),
      },
    ],
    [
      'a picture from elsewhere',
      {
        'word/_rels/document.xml.rels': relationships(
          of('image', 'TargetMode="External" Target="https://example.invalid/a.png"'),
        ),
      },
    ],
  ])('%s', (_, parts) => {
    expect(officeRuns(office(parts))).toBe(true);
  });

  it('and one with links, pictures and a chart is not', () => {
    const parts = {
      'word/media/image1.png': none,
      'word/embeddings/Microsoft_Excel_Worksheet.xlsx': none,
      'word/_rels/document.xml.rels': relationships(
        of('hyperlink', 'Target="https://www.gov.cn/" TargetMode="External"') +
          of('image', 'Target="media/image1.png"'),
      ),
    };
    expect(officeRuns(office(parts))).toBe(false);
  });

  it('and one that is broken is no document', () => {
    expect(officeRuns(none)).toBe(true);
  });
});

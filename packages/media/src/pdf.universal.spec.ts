import { describe, expect, it } from 'vitest';
import { loadTypesetter } from './typesetter.ts';
import { declareUniversal } from './pdf.universal.ts';

const template =
  '#set document(title: "关于停水的通知")\n#set text(lang: "zh", font: "Noto Serif SC")\n= 关于停水的通知';
const text = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const typesetPdf = async (): Promise<string> => {
  const typeset = await loadTypesetter();
  return text(typeset({ template, data: {} }).pdf(0));
};

describe('a PDF that is made accessible as well', { timeout: 30_000 }, () => {
  it('names both standards and shows its title', async () => {
    const last = (await typesetPdf()).split('%%EOF').at(-2) ?? '';
    expect(last).toMatch(/<pdfaid:part>2<.*<pdfaid:conformance>A</s);
    expect(last).toMatch(/<pdfuaid:part [^>]*>1</);
    expect(last).toContain('/DisplayDocTitle true');
  });

  it('keeps every byte that was there and is the same every time', async () => {
    const pdf = await typesetPdf();
    expect(await typesetPdf()).toBe(pdf);
    const first = pdf.slice(0, pdf.lastIndexOf('%%EOF', pdf.length - 10) + '%%EOF'.length);
    expect(text(declareUniversal(Buffer.from(first, 'latin1')))).toBe(pdf);
  });

  it('finds every object that it writes anew where its table says', async () => {
    const pdf = await typesetPdf();
    const table = pdf.slice(Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]));
    const places = [...table.matchAll(/^(\d+) 1\n(\d{10}) 00000 n $/gm)];
    expect(places).toHaveLength(2);
    for (const [, id, at] of places) expect(pdf.slice(Number(at))).toMatch(new RegExp(`^${id} 0 obj\n`));
    const [, before] = /\/Prev (\d+)/.exec(table) ?? [];
    expect(pdf.slice(Number(before))).toMatch(/^xref\n0 \d+\n/);
  });

  it('says how many bytes its metadata take', async () => {
    const pdf = await typesetPdf();
    const [, length, stream] =
      /\/Length (\d+)\s+\/Type \/Metadata\s+\/Subtype \/XML\s+>>\s+stream\n([\s\S]*)\nendstream/.exec(
        pdf.split('%%EOF').at(-2) ?? '',
      ) ?? [];
    expect(Number(length)).toBe(stream?.length);
  });

  it('is refused where it is not built as the typesetter builds it', () => {
    expect(() => declareUniversal(Buffer.from('%PDF-1.7\n%%EOF'))).toThrow('the PDF has no');
  });
});

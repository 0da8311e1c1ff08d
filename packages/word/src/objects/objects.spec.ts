import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../read/pictures.ts';
import { readWord, type WordSource } from '../read-word.ts';
import { lossLine, shownHtml } from '../testing/imported.words.ts';
import { barChart, cell, graphic, p, png, r, row, table } from '../testing/word.markup.ts';
import { wordFile, type WordFile } from '../testing/word.file.ts';

const formula = (inside: string): string => `<m:oMath>${inside}</m:oMath>`;
const t = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
const drawn: Picture = { type: 'image/png', bytes: png };
const img = (alt: string): string => `<img src="data:image/png;base64,…" alt="${alt}">`;

/** Reads a document; whatever has to be drawn is a dot, or nothing. */
async function read(
  file: WordFile,
  draws: Picture | null = drawn,
): Promise<{ shows: string; losses: readonly string[]; documents: readonly Uint8Array[] }> {
  const documents: Uint8Array[] = [];
  const draw = async (given: readonly Uint8Array[]) => {
    documents.push(...given);
    return given.map(() => draws);
  };
  const { source, losses }: WordSource = await readWord(wordFile(file), { draw });
  return { shows: shownHtml(source), losses: losses.map(lossLine), documents };
}
const partsOf = (document: Uint8Array | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(document ?? new Uint8Array())).map(([name, part]) => [name, strFromU8(part)]),
  );

describe('what only an office program can draw', () => {
  const sum: WordFile = { body: p(`${r('按')}${formula(t('S=A×1.2'))}${r('计。')}`) };

  it('stands in its place as a picture, with its own words, and is to be checked', async () => {
    expect(await read(sum)).toMatchObject({
      shows: `<p>按${img('S=A×1.2')}计。</p>`,
      losses: ['object-drawn 第1段 S=A×1.2'],
    });
  });

  it('is named as before where it cannot be drawn', async () => {
    const named = { shows: '<p>按计。</p>', losses: ['equation 第1段 S=A×1.2'] };
    expect(await read(sum, null)).toMatchObject(named);
    const { source, losses } = await readWord(wordFile(sum));
    expect([shownHtml(source), losses.map(lossLine)]).toEqual([named.shows, named.losses]);
  });

  it('leaves no empty paragraph where it cannot be drawn', async () => {
    const { shows } = await read({ body: p('甲') + p(formula(t('x'))) + p('乙') }, null);
    expect(shows).toBe('<p>甲</p><p>乙</p>');
  });

  it('may stand where only paragraphs do, in a cell, and in a footnote', async () => {
    const note = `<w:footnote w:id="2">${p(formula(t('a')))}</w:footnote>`;
    const body =
      `<m:oMathPara>${formula(t('b'))}</m:oMathPara>` +
      table(row(cell(p(formula(t('c')))))) +
      p(`${r('见注')}<w:r><w:footnoteReference w:id="2"/></w:r>`);
    const { losses, documents } = await read({ footnotes: note, body });
    expect(documents).toHaveLength(3);
    expect(losses.filter((loss) => loss.startsWith('object-drawn'))).toEqual([
      'object-drawn 第1段 b',
      'object-drawn 第1张表第1行第1格 c',
      'object-drawn 脚注2 a',
    ]);
  });

  it('is not drawn, but told, in the head of a page and beyond the fortieth', async () => {
    const inHead = await read({ headers: [p(formula(t('h')))], body: p('正文') });
    expect(inHead.losses).toContain('equation 页眉 h');
    const many = await read({ body: p(formula(t('x')).repeat(45)) });
    expect(many.documents).toHaveLength(40);
    expect(many.losses).toEqual(['equation 第1段 x ×5', 'object-drawn 第1段 x ×40']);
  });

  it('has the words of a chart and of a diagram for who cannot see it', async () => {
    const charts = { 'chart1.xml': barChart('用水量', { 甲村: 12, 乙村: 30 }) };
    const chart = await read({ charts, body: p(graphic('chart', '<c:chart r:id="rId-chart1.xml"/>')) });
    expect(chart.shows).toBe(`<p>${img('用水量 甲村 乙村 12 30')}</p>`);
    const diagram =
      '<dgm:d xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" ' +
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:t>受理</a:t></a:p></dgm:d>';
    const process = await read({
      diagram,
      body: p(graphic('diagram', '<dgm:relIds r:dm="rId-data1.xml"/>')),
    });
    expect(process.losses).toEqual(['object-drawn 第1段 SmartArt：受理']);
    expect(process.shows).toBe(`<p>${img('受理')}</p>`);
  });
});

describe('an object of another program', () => {
  const object = (aspect: string, id = 'rId-o.png'): string =>
    `<w:r><w:object><v:shape><v:imagedata r:id="${id}"/></v:shape>` +
    `<o:OLEObject ProgID="Excel.Sheet.12" DrawAspect="${aspect}"/></w:object></w:r>`;
  const media = { 'o.png': png };

  it('is the picture that Word shows of it, to be checked', async () => {
    expect(await read({ media, body: p(object('Content')) })).toMatchObject({
      shows: `<p>${img('嵌入对象 Excel.Sheet.12')}</p>`,
      losses: ['object-drawn 第1段 嵌入对象 Excel.Sheet.12'],
    });
  });

  it('is lost where Word shows an icon only, or no picture is there', async () => {
    const losses = ['drawing 第1段 嵌入对象 Excel.Sheet.12'];
    expect(await read({ media, body: p(object('Icon')) })).toMatchObject({ shows: '', losses });
    expect(await read({ media, body: p(object('Content', 'rId-none')) })).toMatchObject({ losses });
  });
});

describe('the document that an office program gets', () => {
  it('holds the object and its own parts, and nothing else of the file', async () => {
    const charts = { 'chart1.xml': barChart('甲', { 一: 1 }), 'chart2.xml': barChart('乙', { 二: 2 }) };
    const chart = graphic('chart', '<c:chart r:id="rId-chart1.xml"/>');
    const { documents } = await read({ charts, media: { 'a.png': png }, body: p('秘密') + p(chart) });
    const parts = partsOf(documents[0]);
    expect(Object.keys(parts).toSorted()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/chart1.xml',
      'word/document.xml',
    ]);
    expect(parts['word/document.xml']).not.toContain('秘密');
    expect(parts['word/document.xml']).toContain('<c:chart r:id="rId-chart1.xml">');
  });

  it('names nothing outside: no address is fetched because of a document', async () => {
    const body = p(graphic('chart', '<c:chart r:id="rId-chart1.xml"/><a:blip r:link="rIdFar"/>'));
    const links = { rIdFar: 'http://192.0.2.1/track.png' };
    const bytes = unzipSync(wordFile({ charts: { 'chart1.xml': barChart('甲', { 一: 1 }) }, links, body }));
    const far =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      '<Relationship Id="r1" Type="x/externalLink" Target="http://192.0.2.1/a.xlsx" TargetMode="External"/>' +
      '</Relationships>';
    const documents: Uint8Array[] = [];
    await readWord(zipSync({ ...bytes, 'word/_rels/chart1.xml.rels': Buffer.from(far) }), {
      draw: async (given) => {
        documents.push(...given);
        return given.map(() => null);
      },
    });
    expect(documents).toHaveLength(1);
    expect(JSON.stringify(partsOf(documents[0]))).not.toContain('192.0.2.1');
  });

  it('is not made of an object whose parts are damaged: it is lost, the rest is not', async () => {
    const charts = { 'chart1.xml': barChart('甲', { 一: 1 }) };
    const body = p('正文。') + p(graphic('chart', '<c:chart r:id="rId-chart1.xml"/>'));
    const bytes = unzipSync(wordFile({ charts, body }));
    const broken = zipSync({ ...bytes, 'word/_rels/chart1.xml.rels': Buffer.from('<Relationships') });
    const { source, losses } = await readWord(broken, { draw: async (given) => given.map(() => drawn) });
    expect(shownHtml(source)).toBe('<p>正文。</p>');
    expect(losses.map(lossLine)).toEqual(['drawing 第2段 图表']);
  });
});

describe('a formula on one line', () => {
  const part = (name: string, inside: string): string => `<m:${name}>${inside}</m:${name}>`;
  it.each([
    ['(a+1)/2', part('f', part('num', t('a+1')) + part('den', t('2')))],
    ['x^2', part('sSup', part('e', t('x')) + part('sup', t('2')))],
    ['x_(ij)', part('sSub', part('e', t('x')) + part('sub', t('ij')))],
    ['x_1^2', part('sSubSup', part('e', t('x')) + part('sub', t('1')) + part('sup', t('2')))],
    ['√(a+b)', part('rad', part('deg', '') + part('e', t('a+b')))],
    [
      '∑_(i=1)^n x',
      part(
        'nary',
        '<m:naryPr><m:chr m:val="∑"/></m:naryPr>' +
          part('sub', t('i=1')) +
          part('sup', t('n')) +
          part('e', t('x')),
      ),
    ],
    ['[a]', part('d', '<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>' + part('e', t('a')))],
  ])('%s', async (words, inside) => {
    const { losses } = await readWord(wordFile({ body: p(formula(inside)) }));
    expect(losses).toMatchObject([{ kind: 'equation', excerpt: words }]);
  });
});

describe('a cut picture', () => {
  const cut = (crop: string): string =>
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="1" descr="证件"/><a:graphic><a:graphicData uri="p">' +
    `<pic:pic><pic:blipFill><a:blip r:embed="rId-a.png"/>${crop}</pic:blipFill></pic:pic>` +
    '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
  const cutOld = (crop: string): string =>
    `<w:r><w:pict><v:shape alt="证件"><v:imagedata r:id="rId-a.png" ${crop}/></v:shape></w:pict></w:r>`;
  const asked = async (body: string, cropped: boolean) => {
    const crops: unknown[] = [];
    const { losses } = await readWord(wordFile({ media: { 'a.png': png }, body: p(body) }), {
      picture: async (bytes, crop) => {
        crops.push(crop);
        return { type: 'image/png', bytes, cropped };
      },
    });
    return { crops, losses: losses.map(lossLine) };
  };

  it.each([
    [
      'as Word writes it',
      cut('<a:srcRect l="25000" b="10000"/>'),
      { left: 0.25, top: 0, right: 0, bottom: 0.1 },
    ],
    ['in percent', cut('<a:srcRect r="5%"/>'), { left: 0, top: 0, right: 0.05, bottom: 0 }],
    ['as it was written before', cutOld('croptop="32768f"'), { left: 0, top: 0.5, right: 0, bottom: 0 }],
    ['in what nobody can read', cutOld('cropleft="?"'), { left: 1, top: 0, right: 0, bottom: 0 }],
    ['not at all', cut('<a:srcRect/>'), undefined],
    ['outwards', cut('<a:srcRect l="-5000"/>'), undefined],
  ])('is cut by who makes it: %s', async (_, body, crop) => {
    expect(await asked(body, true)).toEqual({ crops: [crop], losses: [] });
  });

  it('is told where who makes it did not cut', async () => {
    expect(await asked(cut('<a:srcRect l="25000"/>'), false)).toMatchObject({
      losses: ['picture-crop 第1段 证件'],
    });
  });

  it('comes twice where it is shown twice, cut and whole', async () => {
    const { crops } = await asked(cut('<a:srcRect l="25000"/>') + cut('') + cut(''), true);
    expect(crops).toEqual([{ left: 0.25, top: 0, right: 0, bottom: 0 }, undefined]);
  });
});

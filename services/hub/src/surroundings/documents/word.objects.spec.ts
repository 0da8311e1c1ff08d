import { spawnSync } from 'node:child_process';
import { useOffice } from '@towncrier/media';
import { barChart, graphic, p, wordFile } from '@towncrier/word/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { readWord } from './word.import.ts';

/** Is LibreOffice on this machine? */
const hasOffice = spawnSync('sh', ['-c', 'command -v soffice']).status === 0;
/** Nothing is kept: pictures stay in the text. */
const unkept = { take: () => Promise.resolve(null) };
const chart = wordFile({
  charts: { 'chart1.xml': barChart('用水量', { 甲村: 12, 乙村: 30 }) },
  body: p('如图。') + p(graphic('chart', '<c:chart r:id="rId-chart1.xml"/>')),
});

describe('a chart in a Word document', { timeout: 60_000 }, () => {
  afterEach(() => useOffice('soffice'));

  it('is named where no office program is there', async () => {
    useOffice('an-office-that-nobody-has');
    const { source, losses } = await readWord('用水.docx', chart, unkept);
    expect(source).toMatch(/^<p>如图。<\/p><import-loss/u);
    expect(losses).toMatchObject([{ kind: 'drawing', where: '第2段', severity: 'block' }]);
  });

  it.skipIf(!hasOffice)('is drawn where one is, and to be checked', async () => {
    const { source, losses } = await readWord('用水.docx', chart, unkept);
    expect(source).toContain(' alt="用水量 甲村 乙村 12 30"');
    expect(losses).toMatchObject([
      { kind: 'object-drawn', severity: 'block', message: expect.stringContaining('改为图片') },
    ]);
    const png = Buffer.from(/base64,([^"]+)/.exec(source)?.[1] ?? '', 'base64');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    // 7.5 × 5 cm on the page, three pixels a point
    expect(width).toBeGreaterThan(550);
    expect(width / height).toBeCloseTo(1.5, 1);
  });
});

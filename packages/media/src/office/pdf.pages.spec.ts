import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { loadTypesetter } from '../typesetter.ts';
import { pdfPictures } from './pdf.pages.ts';

const template = `
#set document(title: "公告")
#set text(font: "Noto Serif SC", lang: "zh")
#for n in range(6) { page(width: 60mm, height: 80mm, par(str(n))) }
`;

describe('pictures of a PDF', { timeout: 30_000 }, () => {
  it('are one for each page, and whoever asks for something else meanwhile has a turn at each', async () => {
    const pdf = (await loadTypesetter())({ template, data: {} }).pdf(0);
    await pdfPictures(pdf, 100);
    let drawn = false;
    const pictures = pdfPictures(pdf, 100).finally(() => {
      drawn = true;
    });
    let turns = 0;
    while (!drawn) {
      await setImmediate();
      turns += 1;
    }
    expect(await pictures).toHaveLength(6);
    expect(turns).toBeGreaterThanOrEqual(6);
  });
});

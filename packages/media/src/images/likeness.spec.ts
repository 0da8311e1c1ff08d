import { describe, expect, it } from 'vitest';
import { loadSharp } from '../sharp.loader.ts';
import { loadTypesetter } from '../typesetter.ts';
import { drawingSize, drawingToPng } from './drawing.ts';
import { looksAlike, packedAnew } from './likeness.ts';
import { sniffImage } from './sniff.image.ts';

const template = String.raw`
#let d = json("data.json")
#set page(width: 400pt, height: auto, margin: 20pt)
#set text(font: "Noto Sans SC", size: 20pt)
#for p in d { par(p) }
`;
const page = async (...paragraphs: readonly string[]): Promise<Uint8Array> => {
  const svg = (await loadTypesetter())({ template, data: paragraphs }).svg();
  return drawingToPng(svg, drawingSize(svg));
};
const flood = '因持续强降雨，南盘江水位上涨，请低洼地带居民立即撤离。'.repeat(3);
const water = '因供水管网检修，灵泉东路将于二十五日停水，请提前储水备用。'.repeat(3);

describe('a picture that a platform kept', { timeout: 30_000 }, () => {
  it('is known again, packed anew and made smaller', async () => {
    const sent = await page(flood, water, flood);
    const kept = await packedAnew(sent, 60);
    expect(sniffImage(kept)).toBe('image/jpeg');
    expect(await looksAlike(sent, kept)).toBe(true);
    const small = await (await loadSharp())(kept).resize({ width: 240 }).jpeg({ quality: 70 }).toBuffer();
    expect(await looksAlike(sent, small)).toBe(true);
  });

  it('is known again however long it is: no line has moved', async () => {
    const sent = await page(...Array.from({ length: 70 }, () => [flood, water]).flat());
    const kept = await packedAnew(sent, 75);
    expect(await looksAlike(sent, kept)).toBe(true);
    const low = await (await loadSharp())(kept).resize({ height: 4096 }).jpeg({ quality: 60 }).toBuffer();
    expect(await looksAlike(sent, low)).toBe(true);
  });

  it('is another one when a part of it says something else, is missing, or is blank', async () => {
    const sent = await page(flood, water, flood);
    expect(await looksAlike(sent, await page(flood, flood, flood))).toBe(false);
    expect(await looksAlike(sent, await page(flood, water))).toBe(false);
    const { width = 0, height = 0 } = await (await loadSharp())(sent).metadata();
    const blank = { create: { width, height, channels: 3, background: '#ffffff' } } as const;
    expect(await looksAlike(sent, await (await loadSharp())(blank).png().toBuffer())).toBe(false);
  });
});

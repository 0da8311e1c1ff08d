import { describe, expect, it } from 'vitest';
import { loadSharp } from '../sharp.loader.ts';
import { dotLineHeight, dotsToPng, drawDotLine, type Dots } from './dot.line.ts';

const litRows = ({ bits, width }: Dots): readonly number[] =>
  [...bits].flatMap((value, i) => (value > 0 ? [Math.floor(i / width)] : []));

describe('a line of dots', { timeout: 30_000 }, () => {
  it('is on its grid: a full-width character takes as many dots as the line is high, a half-width one half', async () => {
    expect(await drawDotLine('一a')).toMatchObject({ width: 24, height: dotLineHeight });
    expect((await drawDotLine('停水检修')).width).toBe(4 * dotLineHeight);
  });

  it('keeps words at their height, however little ink they have', async () => {
    const lit = litRows(await drawDotLine('一'));
    // 一 is one stroke near the middle of its cell, not moved to its top.
    expect(Math.min(...lit)).toBeGreaterThan(4);
    expect(Math.max(...lit)).toBeLessThan(12);
  });

  it('draws what the font of dots lacks from an outline, on the same grid', async () => {
    const [whole, alone] = [await drawDotLine('一𠮷a'), await drawDotLine('𬭚')];
    expect(whole).toMatchObject({ width: 40, height: dotLineHeight });
    expect(alone.width).toBe(dotLineHeight);
    const ink = alone.bits.filter((bit) => bit === 255).length;
    expect(ink).toBeGreaterThan(50);
    expect(ink).toBeLessThan(150);
    const left = (await drawDotLine('一')).bits;
    const cell = Array.from({ length: 16 }, (_, y) => whole.bits.slice(y * 40, y * 40 + 16));
    expect(Buffer.concat(cell)).toEqual(Buffer.from(left));
  });

  it('is lit or dark, never grey, and takes words for words', async () => {
    const { bits, width } = await drawDotLine('<b>&"水"</b>');
    expect([...new Set(bits)].toSorted()).toEqual([0, 255]);
    expect(width).toBe((7 + 2 + 3) * 8);
  });

  it('becomes a picture of two colours, dot for pixel', async () => {
    const dots: Dots = { bits: Uint8Array.from([0, 255, 255, 0, 0, 255]), width: 3, height: 2 };
    const sharp = await loadSharp();
    const picture = await sharp(await dotsToPng(dots))
      .toColourspace('b-w')
      .raw()
      .toBuffer();
    expect([...picture]).toEqual([...dots.bits]);
  });
});

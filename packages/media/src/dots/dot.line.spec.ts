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

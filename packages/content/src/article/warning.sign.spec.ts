import { describe, expect, it } from 'vitest';
import { levelOrder, levelSources, warningLevels, weatherHazards } from '../reading/warning.levels.ts';
import { warningSign } from './warning.sign.ts';

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the levels of a warning', () => {
  it.each(levelOrder)('%s is read on its own colour, at a contrast of at least 4.5', (level) => {
    const { paper, ink } = warningLevels[level];
    expect(contrast(paper, ink)).toBeGreaterThanOrEqual(4.5);
  });

  it('are told apart by their words, never by colour alone', () => {
    expect(levelOrder.map((level) => warningLevels[level].name)).toEqual([
      '一级（红色）',
      '二级（橙色）',
      '三级（黄色）',
      '四级（蓝色）',
      '未定级',
    ]);
    expect(Object.values(levelSources).join()).toMatch(/第六十三条.*第16号/);
  });

  it('know the fourteen signals of the weather', () => {
    expect(Object.keys(weatherHazards)).toHaveLength(14);
  });
});

describe('the sign of a warning', () => {
  it('says what it warns of and its level, in Chinese and English, on the colour of the level', () => {
    const svg = warningSign({ level: 'yellow', event: '雷电黄色预警信号' });
    for (const words of ['雷电', 'LIGHTNING', '预警', '黄 YELLOW', '#ffd400', 'aria-label="雷电黄色预警"'])
      expect(svg).toContain(words);
    expect(svg).not.toContain('style=');
  });

  it('of a long or hostile event keeps its words out of the drawing, and for those who listen', () => {
    const event = '<script>山洪灾害气象风险';
    const svg = warningSign({ level: 'red', event });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('红 RED');
    expect(svg).toContain('山洪灾害气象风险');
  });

  it('of what was given no level says 预警 alone', () => {
    expect(warningSign({ level: 'unrated', event: '停水' })).not.toMatch(/RED|ORANGE|YELLOW|BLUE/);
  });
});

import { halfCells } from '@towncrier/content';
import { describe, expect, it } from 'vitest';
import { closingLines, sourceWithin } from './strip.closing.ts';

const source = '全文见www.example.gov.cn';

describe('the end of a strip', () => {
  it('has who speaks at the left and where all of it stands at the right', () => {
    const [line, ...more] = closingLines(
      { issuer: '开远市水务局', source },
      { cols: 24, rows: 4, before: 3 },
    );
    expect(more).toEqual([]);
    expect(line).toMatch(/^开远市水务局 +全文见www\.example\.gov\.cn$/);
    expect(halfCells(line ?? '')).toBe(48);
  });

  it('is two lines where one has no room for both', () => {
    const issuer = '开远市人力资源和社会保障局';
    expect(closingLines({ issuer, source }, { cols: 24, rows: 4, before: 3 })).toEqual([
      issuer,
      `${' '.repeat(24)}${source}`,
    ]);
  });

  it('is two lines where one would be left alone on a page', () => {
    const closing = { issuer: '开远市水务局', source };
    expect(closingLines(closing, { cols: 24, rows: 2, before: 2 })).toHaveLength(2);
  });

  it('leaves the address out rather than to show it alone on a page, never who speaks', () => {
    expect(closingLines({ issuer: null, source }, { cols: 24, rows: 2, before: 2 })).toEqual([]);
    const issuer = '开远市人力资源和社会保障局劳动就业服务局';
    const lines = closingLines({ issuer, source }, { cols: 24, rows: 2, before: 3 });
    expect(lines.map((line) => line.trim())).toEqual([issuer]);
  });

  it('says whose page it is where an address would be broken', () => {
    expect(sourceWithin('www.example.gov.cn', 11)).toBe('全文见政府网站');
    expect(sourceWithin('www.example.gov.cn', 12)).toBe(source);
  });
});
